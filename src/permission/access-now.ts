import type { MicrophoneAccess } from '../core/microphone';
import type { accessBeforeAsking } from '../ui/use-microphone';

type Seen = ReturnType<typeof accessBeforeAsking>;

/**
 * Where we stand, from what the browser says now and what it answered when it was last asked. What it says now is newer,
 * but only an answer tells of a closed question, a block by the system, or a microphone that another program has.
 */
export function accessNow(seen: Seen, answer: MicrophoneAccess | undefined): MicrophoneAccess {
  if (answer === 'policy' || seen === 'no-device') return seen === 'no-device' ? seen : 'policy';
  if (seen === 'denied') return 'denied';
  if (answer === 'in-use') return 'in-use';
  if (seen === 'not-asked' && answer === 'dismissed') return 'dismissed';
  return seen;
}
