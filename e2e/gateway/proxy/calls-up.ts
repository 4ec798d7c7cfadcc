import { userOf } from '../sip/address';
import { header } from '../sip/headers';
import type { SipMessage, SipRequest } from '../sip/message';

/** Who talks: each call that was answered and has not ended, by its Call-ID, with the users at both ends. */
export interface CallsUp {
  answered(invite: SipRequest): void;
  ended(bye: SipMessage): void;
  isTalking(user: string): boolean;
  clear(): void;
}

export function makeCallsUp(): CallsUp {
  const calls = new Map<string, readonly string[]>();
  const idOf = (message: SipMessage) => header(message, 'Call-ID') ?? '';
  return {
    answered: (invite) =>
      void calls.set(idOf(invite), [userOf(header(invite, 'From')), userOf(header(invite, 'To'))]),
    ended: (bye) => void calls.delete(idOf(bye)),
    isTalking: (user) => [...calls.values()].some((users) => users.includes(user)),
    clear: () => calls.clear(),
  };
}
