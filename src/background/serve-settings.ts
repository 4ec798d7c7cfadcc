import type { Bus, Handlers } from '../bus/bus';
import { needsFetching } from '../core/settings/change-sources';
import { readItem, removeItems } from '../platform/storage';
import { configureBetweenCalls } from './after-call';
import { followPolicy, followPolicyAtStart, underPolicy, type Wish, watchPolicy } from './follow-policy';
import { configurePhone } from './phone-link';
import {
  type Change,
  forgetSources,
  importSettings,
  refreshAddress,
  useAddress,
  useDocument,
} from './profile-sources';
import { forgetSignIn } from './sign-in';
import { leaveSignOn } from './single-sign-on';

type Served = 'profile.use' | 'profile.useAddress' | 'profile.refresh' | 'profile.forget' | 'settings.import';
type Complain = (error: Error) => void;

/** What pages can want of the documents and settings that are in force. */
export function settingsHandlers(bus: Bus, complain: Complain): Pick<Handlers<'background'>, Served> {
  return {
    'profile.use': async (chosen) => {
      const isTaken = await useDocument(chosen);
      await configurePhone(bus);
      return isTaken;
    },
    'profile.useAddress': async (address) => {
      const { kind } = await useAddress(address);
      await configurePhone(bus);
      return kind;
    },
    'profile.refresh': () => refreshProfile(bus),
    'profile.forget': async (own) => {
      await forgetSources(own?.source);
      await configurePhone(bus);
    },
    'settings.import': async (settings) => {
      await applyChange(bus, await importSettings(settings));
      // An address comes without what it served, which may take its time.
      void fetchWhatIsMissing(bus).catch(complain);
    },
  };
}

/** Follows the administrator's policy from the start of the worker on. Listens at once. */
export function followSettings(bus: Bus, complain: Complain): void {
  const apply = (change: Promise<Change>) =>
    change
      .then((done) => applyChange(bus, done))
      .then(() => fetchWhatIsMissing(bus))
      .catch(complain);
  watchPolicy(() => void apply(followPolicy()));
  void apply(followPolicyAtStart());
}

/** Fetches the document again, if it comes from an address, and puts it in force. */
export async function refreshProfile(bus: Bus): Promise<void> {
  await applyChange(bus, await refreshAddress());
}

/** Makes of what a person wants to sign in with what the policy allows, and has everything that may be outdated found out anew. */
export async function prepareSignIn<W extends Wish>(bus: Bus, wish: W, complain: Complain): Promise<W> {
  await removeItems('session', ['answeredServer']);
  // The last good copy is good enough to begin with.
  void refreshProfile(bus).catch(complain);
  return underPolicy(wish);
}

async function fetchWhatIsMissing(bus: Bus): Promise<void> {
  if (needsFetching((await readItem('local', 'sources')) ?? {})) await refreshProfile(bus);
}

async function applyChange(bus: Bus, { isNew, isSignedOut }: Change): Promise<void> {
  if (isSignedOut) {
    await forgetSignIn();
    await (await leaveSignOn())();
  }
  if (isNew) await configureBetweenCalls(bus);
}
