import type { Call } from '../core/call';
import type { CauseKind } from '../core/cause';
import type { Snapshot } from '../core/snapshot';

const needNoWords: readonly CauseKind[] = [
  'hung-up-here',
  'hung-up-there',
  'cancelled',
  'caller-gave-up',
  'answered-elsewhere',
  'declined-elsewhere',
  'declined-here',
  'busy-here',
];

/**
 * The call that the window is there for: one that rings, or is being answered, or could not be answered for a reason that
 * the person should read. Undefined when there is none, and then the window closes.
 */
export function announcedCall({ calls }: Snapshot): Call | undefined {
  return calls.find((call) => {
    if (call.direction !== 'inbound') return false;
    if (call.state === 'ended') return !needNoWords.includes(call.cause.kind);
    return call.state === 'ringing' || call.state === 'connecting';
  });
}
