import { vi } from 'vitest';

// Taken before a test stops the clock: what is on the fake wire arrives in turns of its own.
const { setImmediate: inItsOwnTurn } = globalThis;
const stepMs = 1_000;
// A request that is challenged, sent again and answered takes six; what reads the database first takes more, on a busy machine.
const turns = 24;

/** For tests with a stopped clock: lets the time go by, and what is on the wire arrive on the way. */
export async function pass(ms: number): Promise<void> {
  for (let leftMs = ms; leftMs > 0; leftMs -= stepMs) {
    await vi.advanceTimersByTimeAsync(Math.min(stepMs, leftMs));
    await settle();
  }
}

/** Lets arrive what is on the wire, and what answers it. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1)
    await new Promise((resolve) => inItsOwnTurn(() => resolve(null)));
}
