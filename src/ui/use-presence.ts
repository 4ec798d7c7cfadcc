import { useMemo } from 'preact/hooks';
import type { Contact } from '../core/directory/contact';
import type { Presence } from '../core/presence/presence';
import { makeWatchedUser } from '../core/presence/watched';
import type { PageState } from './page-state';
import { serverInUse } from './server-in-use';
import { useDialSettings } from './use-dial-settings';

export type TellPresence = (contact: Contact) => Presence | null;

const nobody: TellPresence = () => null;

/** Tells the presence of a favourite, by the number that it is watched at; null while it is not known. */
export function usePresence(
  state: Pick<PageState, 'profile' | 'account' | 'ownRules' | 'snapshot'>,
): TellPresence {
  const dial = useDialSettings(state);
  const sipDomain = serverInUse(state)?.sipDomain;
  const { presence, account } = state.snapshot;
  const extension = account?.extension;
  return useMemo(() => {
    if (sipDomain === undefined || extension === undefined || Object.keys(presence).length === 0)
      return nobody;
    const watchedUser = makeWatchedUser({ sipDomain, extension, dial });
    return (contact) => {
      const user = contact.isFavourite ? watchedUser(contact) : null;
      return user !== null && Object.hasOwn(presence, user) ? (presence[user] ?? null) : null;
    };
  }, [dial, sipDomain, extension, presence]);
}
