import type { Call } from '../core/call';
import { callSentence, partyName } from './call-sentence';

/** Reads each change of a call to those who listen to the page; always there, because a live region must be. */
export const CallAnnouncer = ({ calls }: { calls: readonly Call[] }) => (
  <p class="unseen" role="status">
    {calls.map((call) => `${partyName(call.remote)}: ${callSentence(call)}`).join(' ')}
  </p>
);
