/** How one server of a list has done so far: nothing heard yet, no answer to be expected, or answered after so many ms. */
export type Race = { readonly state: 'waiting' } | { readonly state: 'failed' } | ServerAnswer;
export type ServerAnswer = { readonly state: 'answered'; readonly afterMs: number };

/** What is to be done about a race: nothing but wait (until then, when there is an end), take a server of the list, or give up. */
export type RaceVerdict =
  | { readonly kind: 'wait'; readonly untilMs: number | null }
  | { readonly kind: 'take'; readonly index: number }
  | { readonly kind: 'nobody' };

/** A server that is this much slower than the fastest one is still taken when it stands before it in the list. */
export const headStartMs = 300;

/**
 * The first server of the list that answers within 300 ms of the fastest one: inside the office that is the internal one, outside the
 * external one, and a server that is down holds up nobody for longer. `nowMs` counts from the same start as the answers.
 */
export function chooseServer(race: readonly Race[], nowMs: number): RaceVerdict {
  const times = race.flatMap((one) => (one.state === 'answered' ? [one.afterMs] : []));
  const isOver = race.every(({ state }) => state !== 'waiting');
  if (times.length === 0) return isOver ? { kind: 'nobody' } : { kind: 'wait', untilMs: null };
  const untilMs = Math.min(...times) + headStartMs;
  const index = race.findIndex((one) => one.state === 'answered' && one.afterMs <= untilMs);
  // Nobody behind it in the list can take its place, so only those before it are waited for.
  const isContested = race.slice(0, index).some(({ state }) => state === 'waiting');
  return isContested && nowMs < untilMs ? { kind: 'wait', untilMs } : { kind: 'take', index };
}
