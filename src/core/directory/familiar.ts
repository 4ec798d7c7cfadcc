import type { Contact, ContactId } from './contact';

/** Those who count for more when one searches: favourites, and who was called last (epoch ms of the last call by contact). */
export type Familiar = {
  readonly contacts: readonly Contact[];
  readonly favourites: readonly Contact[];
  readonly calledAt: ReadonlyMap<ContactId, number>;
};

export const emptyFamiliar: Familiar = { contacts: [], favourites: [], calledAt: new Map() };
