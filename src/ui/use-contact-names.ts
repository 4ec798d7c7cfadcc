import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Call } from '../core/call';
import { matchingDigitsInForce } from '../core/directory/matching-digits';
import { makeNumbering } from '../core/directory/numbering';
import type { Matching } from '../store/contact-names';
import { watchDirectory } from '../store/directory-news';
import type { PageState } from './page-state';
import { useDialSettings } from './use-dial-settings';

export type ContactNames = ReadonlyMap<string, string>;

const nobody: ContactNames = new Map();

/** How two numbers are told to be one, by the rules in force; the same object as long as they are the same. */
export function useMatching(state: PageState): Matching {
  const { rules } = useDialSettings(state);
  const digits = matchingDigitsInForce(
    state.profile?.preferences?.contactMatchingMinDigits,
    state.matchingDigits,
  );
  return useMemo(() => ({ numbering: makeNumbering(rules), digits }), [rules, digits]);
}

/** What the directory calls these numbers, followed as it changes; nobody until it was read for the first time. */
export function useContactNames(numbers: readonly string[], matching: Matching): ContactNames {
  const [names, setNames] = useState(nobody);
  const asked = numbers.join('\n');
  useEffect(() => {
    const life = new AbortController();
    // Loaded after the page is painted, with the rest of the directory.
    const read = async () => {
      const { readContactNames } = await import('../store/contact-names');
      const read = await readContactNames(asked.split('\n'), matching);
      if (!life.signal.aborted) setNames(read);
    };
    watchDirectory(() => void read(), life.signal);
    if (asked !== '') void read();
    return () => life.abort();
  }, [asked, matching]);
  return names;
}

/** The calls, each with the name that the directory has for its number instead of the one that came over the wire. */
export function useNamedCalls(calls: readonly Call[], matching: Matching): readonly Call[] {
  const names = useContactNames(
    calls.map(({ remote }) => remote.number),
    matching,
  );
  return useMemo(() => calls.map((call) => named(call, names)), [calls, names]);
}

function named(call: Call, names: ContactNames): Call {
  const displayName = names.get(call.remote.number);
  return displayName === undefined ? call : { ...call, remote: { ...call.remote, displayName } };
}
