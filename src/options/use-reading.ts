import { useEffect, useState } from 'preact/hooks';
import { parseProfile } from '../core/profile/parse-profile';
import type { Problem, ProfileResult } from '../core/profile/profile';

/** A text as it was when it was read last, and what was understood of it. Of an empty one there is nothing to say. */
export type Reading = {
  readonly text: string;
  readonly result: ProfileResult | null;
  readonly problems: readonly Problem[];
};

export function readText(text: string): Reading {
  const result = text.trim() === '' ? null : parseProfile(text);
  return { text, result, problems: result ? (result.ok ? result.warnings : result.problems) : [] };
}

/** A pause in typing: 0.12 s, and for the megabyte that takes a tenth of a second to read, 0.4 s. */
const pauseMs = (text: string): number => 120 + text.length / 4096;

/**
 * Reads a text whenever it has stood still for a moment, so that no key waits for it. `readNow` is for what
 * changes by a click, and gives what it read.
 */
export function useReading(text: string): { reading: Reading; readNow: (text: string) => Reading } {
  const [reading, setReading] = useState(() => readText(text));
  useEffect(() => {
    if (reading.text === text) return undefined;
    const timer = setTimeout(() => setReading(readText(text)), pauseMs(text));
    return () => clearTimeout(timer);
  }, [reading, text]);
  const readNow = (changed: string) => {
    const fresh = changed === reading.text ? reading : readText(changed);
    setReading(fresh);
    return fresh;
  };
  return { reading, readNow };
}
