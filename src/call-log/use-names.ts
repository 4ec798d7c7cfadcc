import { useCallback, useEffect, useState } from 'preact/hooks';
import { otherNumber } from '../core/call-record';
import { log } from '../platform/log';
import { type Matching, readContactNames } from '../store/contact-names';
import { watchDirectory } from '../store/directory-news';
import type { ReadLog } from './use-log';

// Those who called within memory; a directory of a hundred thousand is not to be searched for each who ever did.
const mostNumbers = 3_000;
const portion = 40;

type NameOf = (number: string) => string;

/** What the directory calls a number now, empty when it does not know it; the newest calls' numbers are looked up first. */
export function useNames(read: ReadLog | undefined, matching: Matching): NameOf {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const isReady = read !== undefined && read.portions.length > 0;
  const version = read?.isWhole === true ? read.version : -1;
  useEffect(() => {
    if (!read || !isReady) return;
    const life = new AbortController();
    let reading = new AbortController();
    const look = () => {
      reading.abort();
      reading = new AbortController();
      const signal = AbortSignal.any([life.signal, reading.signal]);
      lookUp(read, matching, { signal, show: setNames }).catch((error) =>
        log.error('names not looked up', { why: String(error) }),
      );
    };
    watchDirectory(look, life.signal);
    look();
    return () => life.abort();
  }, [isReady, version, matching]);
  return useCallback((number: string) => names.get(number) ?? '', [names]);
}

type Task = { signal: AbortSignal; show: (names: ReadonlyMap<string, string>) => void };

async function lookUp({ portions }: ReadLog, matching: Matching, { signal, show }: Task): Promise<void> {
  const numbers = newestNumbers(portions);
  const names = new Map<string, string>();
  for (let at = 0; at < numbers.length; at += portion) {
    for (const [number, name] of await readContactNames(numbers.slice(at, at + portion), matching))
      names.set(number, name);
    if (signal.aborted) return;
    // The screen at once, and the rest when all of it is there.
    if (at === 0) show(new Map(names));
  }
  show(names);
}

function newestNumbers(portions: ReadLog['portions']): string[] {
  const numbers = new Set<string>();
  for (const records of portions) {
    for (const record of records) {
      numbers.add(otherNumber(record));
      if (numbers.size >= mostNumbers) return [...numbers];
    }
  }
  return [...numbers];
}
