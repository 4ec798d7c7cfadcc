import { isLive } from '../core/call';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { log } from '../platform/log';
import { readItem, readItems, writeItems } from '../platform/storage';
import { countMissedSince } from '../store/call-log';
import { announceCalls } from './announce';
import { nameCalls } from './name-calls';
import { showToolbar } from './toolbar';
import { makeTurns } from './turns';
import { updateWhenIdle } from './update';

const inTurn = makeTurns();

/** Shows a state of the phone wherever it is shown: to the pages, in the toolbar and, when it rings, on the screen. */
export function mirror(snapshot: Snapshot): Promise<void> {
  return showNext(async () => snapshot);
}

/** Shows the state that was mirrored last once more, after something beside it has changed. */
export function mirrorAgain(): Promise<void> {
  return showNext(async () => (await readItem('session', 'snapshot')) ?? emptySnapshot);
}

function showNext(read: () => Promise<Snapshot>): Promise<void> {
  return inTurn(async () => show(await read())).catch((error: Error) =>
    log.error('state not shown', { why: error.message }),
  );
}

async function show(snapshot: Snapshot): Promise<void> {
  await writeItems('session', { snapshot });
  const missedCount = await countMissed(snapshot);
  // What is kept is what came over the wire; what is shown has the directory's names.
  const named = { ...snapshot, calls: await nameCalls(snapshot.calls) };
  await Promise.all([showToolbar(named, missedCount), announceCalls(named)]);
  await updateWhenIdle(snapshot);
}

/** Counted anew only when a call has ended, since no other state adds a missed one. */
async function countMissed(snapshot: Snapshot): Promise<number> {
  const { missedCount: known = 0, missedSeenAt = 0 } = await readItems('local', [
    'missedCount',
    'missedSeenAt',
  ]);
  if (snapshot.calls.every(isLive)) return known;
  const missedCount = await countMissedSince(missedSeenAt);
  if (missedCount !== known) await writeItems('local', { missedCount });
  return missedCount;
}
