import { isLive } from './call';
import type { Snapshot } from './snapshot';

export type ToolbarState = 'off' | 'registering' | 'registered' | 'in-call' | 'failed' | 'missed';

/** What the toolbar's icon shows: a call before everything, trouble before missed calls. */
export function toolbarState(snapshot: Snapshot, missedCount: number): ToolbarState {
  if (snapshot.calls.some(isLive)) return 'in-call';
  const { state } = snapshot.registration;
  return state === 'registered' && missedCount > 0 ? 'missed' : state;
}
