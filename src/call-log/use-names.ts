import { useEffect, useState } from 'preact/hooks';
import { log } from '../platform/log';
import type { Matching } from '../store/contact-names';
import { watchDirectory } from '../store/directory-news';

export type NameOf = (number: string) => string;

// More than fit on any screen with what is drawn above and below it; those that were scrolled past meanwhile are asked for again when they come back.
const mostAtOnce = 120;
const mostKept = 5_000;
const nobody: NameOf = () => '';

/** What the directory calls a number now, empty as long as that is not known. A number is looked up when a row that is drawn asks for it. */
export function useNames(matching: Matching): NameOf {
  const [show, setShow] = useState<{ nameOf: NameOf }>({ nameOf: nobody });
  useEffect(() => {
    const life = new AbortController();
    const names = lookUpWhenAsked(matching, (nameOf) => setShow({ nameOf }), life.signal);
    watchDirectory(names.forget, life.signal);
    return () => life.abort();
  }, [matching]);
  return show.nameOf;
}

function lookUpWhenAsked(matching: Matching, show: (nameOf: NameOf) => void, signal: AbortSignal) {
  const known = new Map<string, string>();
  let asked = new Set<string>();
  let isLooking = false;

  const look = async () => {
    const numbers = [...asked].slice(-mostAtOnce);
    asked = new Set();
    const { readContactNames } = await import('../store/contact-names');
    const names = await readContactNames(numbers, matching);
    if (signal.aborted) return;
    if (known.size > mostKept) known.clear();
    const isNews = numbers.some((number) => (known.get(number) ?? '') !== (names.get(number) ?? ''));
    for (const number of numbers) known.set(number, names.get(number) ?? '');
    // The rows are drawn again by another function, and only when it would say something else.
    if (isNews) show(answer());
  };
  const lookForAll = async () => {
    isLooking = true;
    try {
      // Rows of the same drawing ask one after another.
      await Promise.resolve();
      while (asked.size > 0 && !signal.aborted) await look();
    } catch (error) {
      log.error('names not looked up', { why: String(error) });
    }
    isLooking = false;
  };
  const answer = (): NameOf => (number) => {
    const name = known.get(number);
    if (name === undefined && number !== '' && !signal.aborted) {
      asked.add(number);
      if (!isLooking) void lookForAll();
    }
    return name ?? '';
  };
  show(answer());
  return {
    forget: () => {
      known.clear();
      show(answer());
    },
  };
}
