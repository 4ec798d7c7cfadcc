import type { Call } from './call';
import { nobodyKnown, type PresenceOf } from './presence/presence';
import type { Registration } from './registration';

/** Everything that can be seen of the phone at one moment; pages are functions of it. Ended calls stay for a few seconds. */
export type Snapshot = {
  registration: Registration;
  account: AccountName | null;
  calls: readonly Call[];
  /** Of favourites, where the telephone system tells it. */
  presence: PresenceOf;
  /** Why calls are not in the call log, as long as that is so. */
  callLogFault?: CallLogFault;
};

export type CallLogFault = 'storage-full' | 'not-written';

/** Who is signed in and where, for people to read. */
export type AccountName = { extension: string; serverName: string };

export const emptySnapshot: Snapshot = {
  registration: { state: 'off' },
  account: null,
  calls: [],
  presence: nobodyKnown,
};
