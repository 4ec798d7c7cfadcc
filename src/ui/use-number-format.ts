import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import { log } from '../platform/log';

export type FormatNumber = (number: string) => string;
type NumberFormats = typeof import('../core/dial/number-format');

const asItIs: FormatNumber = (number) => number;
let formats: NumberFormats | undefined;

/**
 * Writes numbers as people of the rules' country do. The page is painted without the numbering plans, which weigh more than all the
 * rest of it; they come after, no sooner than they are wanted, and it is drawn once more.
 */
export function useNumberFormat(rules: DialRules | null, isWanted = true): FormatNumber {
  const [loaded, setLoaded] = useState(formats);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void load().then((module) => isCurrent && setLoaded(module));
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  return useMemo(() => loaded?.numberFormatOf(rules) ?? asItIs, [loaded, rules]);
}

async function load(): Promise<NumberFormats | undefined> {
  try {
    formats ??= await import('../core/dial/number-format');
  } catch (error) {
    log.error('numbering plans not loaded', { error: String(error) });
  }
  return formats;
}
