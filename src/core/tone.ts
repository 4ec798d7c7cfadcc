import type { Call } from './call';
import type { CauseKind } from './cause';

/** What is audible that is not the remote party. `ended` is played once, the others go on. */
export type Tone = 'ringtone' | 'ringback' | 'busy' | 'congestion' | 'ended';

const congested: readonly CauseKind[] = [
  'server-busy',
  'server-error',
  'no-connection',
  'unavailable',
  'not-found',
  'refused',
];

/** The tone that goes with the calls as they stand (ITU-T E.180): one at a time, and none over a conversation or early media. */
export function toneOf(calls: readonly Call[]): Tone | null {
  if (calls.some((call) => call.state === 'active' || call.state === 'held' || call.state === 'connecting'))
    return null;
  const ringing = calls.find((call) => call.state === 'ringing');
  if (ringing?.state === 'ringing') {
    if (ringing.direction === 'inbound') return 'ringtone';
    return ringing.hasEarlyMedia ? null : 'ringback';
  }
  if (calls.some((call) => call.state === 'dialing')) return null;
  const ended = calls.findLast((call) => call.state === 'ended');
  return ended?.state === 'ended' ? toneOfEnd(ended.direction, ended.cause.kind) : null;
}

function toneOfEnd(direction: Call['direction'], cause: CauseKind): Tone | null {
  if (cause === 'hung-up-there' || cause === 'media-failed') return 'ended';
  if (direction === 'inbound') return null;
  if (cause === 'busy' || cause === 'declined') return 'busy';
  return congested.includes(cause) ? 'congestion' : null;
}
