import { emptyFamiliar } from '../src/core/directory/familiar';
import { makeNumbering } from '../src/core/directory/numbering';
import { findCaller } from '../src/store/find-caller';
import { findPeople } from '../src/store/look-up';

const numbering = makeNumbering(null);
const matching = { numbering, digits: undefined };

/** How long each of these takes, ms: the very code of the pages, on their database. */
async function timeEach(work: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const taken: number[] = [];
  for (const one of work) {
    const startedAt = performance.now();
    if (!(await one())) throw new Error('nothing was found');
    taken.push(performance.now() - startedAt);
  }
  return taken;
}

/** For a page of the extension, where it is run as it stands. */
export const probe = {
  callers: (numbers: readonly string[]) =>
    timeEach(numbers.map((number) => () => findCaller(number, numbering))),
  searches: (typed: readonly string[]) =>
    timeEach(
      typed.map((text) => async () => {
        const found = await findPeople(text, { familiar: emptyFamiliar, matching, limit: 7 });
        return found?.[0];
      }),
    ),
};

Object.assign(globalThis, { probe });
