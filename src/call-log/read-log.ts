import { type CallLine, toCallLine } from '../core/call-log/call-line';
import { readCallRecordsBefore } from '../store/call-log';

// The first portion fills the screen, and each after that takes less than what a person notices as a halt.
const firstPortion = 60;
const portion = 2_000;

/** Reads what the page shows first. */
export function beginReading(): Promise<readonly CallLine[]> {
  return readLines(Number.POSITIVE_INFINITY, firstPortion);
}

async function readLines(before: number, count: number): Promise<readonly CallLine[]> {
  return (await readCallRecordsBefore(before, count)).map(toCallLine);
}

/** The rest of the log after what was read first, portion by portion, until the signal is aborted. */
export async function* readOlder(
  first: readonly CallLine[],
  signal: AbortSignal,
): AsyncGenerator<readonly CallLine[]> {
  let before = first.at(-1)?.startedAt;
  while (before !== undefined && !signal.aborted) {
    // The person comes first: the calls that can be seen, a key, a click, a turn of the wheel.
    await new Promise((resolve) => setTimeout(resolve));
    const records = await readLines(before, portion);
    if (records.length === 0 || signal.aborted) return;
    yield records;
    before = records.at(-1)?.startedAt;
  }
}
