import type { CallRecord } from '../core/call-record';
import { readCallRecordsBefore } from '../store/call-log';

// The first portion fills the screen, and each after that takes less than what a person notices as a halt.
const firstPortion = 60;
const portion = 2_000;

/** Reads what the page shows first. */
export function beginReading(): Promise<readonly CallRecord[]> {
  return readCallRecordsBefore(Number.POSITIVE_INFINITY, firstPortion);
}

/** The rest of the log after what was read first, portion by portion, until the signal is aborted. */
export async function* readOlder(
  first: readonly CallRecord[],
  signal: AbortSignal,
): AsyncGenerator<readonly CallRecord[]> {
  let before = first.at(-1)?.startedAt;
  while (before !== undefined && !signal.aborted) {
    const records = await readCallRecordsBefore(before, portion);
    if (records.length === 0 || signal.aborted) return;
    yield records;
    before = records.at(-1)?.startedAt;
    // The person comes first: a key, a click, a turn of the wheel.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
