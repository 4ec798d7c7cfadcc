import type { Presence } from '../core/presence/presence';
import { type TextKey, text } from './text';

const keys = {
  available: 'presenceAvailable',
  'on-a-call': 'presenceOnACall',
  busy: 'presenceBusy',
  'do-not-disturb': 'presenceDoNotDisturb',
  away: 'presenceAway',
  offline: 'presenceOffline',
} as const satisfies Record<Presence, TextKey>;

/** "On a call". */
export function presenceWord(presence: Presence): string {
  return text(keys[presence]);
}
