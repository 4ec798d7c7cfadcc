import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Contact } from '../core/directory/contact';
import { emptyFamiliar, type Familiar } from '../core/directory/familiar';
import type { Suggestion } from '../core/directory/suggest';
import type { Matching } from '../store/contact-names';
import { watchDirectory } from '../store/directory-news';
import type { Search } from '../store/look-up';

type LookUp = typeof import('../store/look-up');

// A page is painted without the search, which comes before anybody can have typed. Once it is there, nobody waits for `import()` again,
// whose answer comes only when the page has been drawn.
let loaded: LookUp | undefined;

async function load(): Promise<LookUp> {
  loaded ??= await import('../store/look-up');
  return loaded;
}

/** Those who count for more: read once when the page opens, and again when the directory changes. */
export function useFamiliar(matching: Matching): Familiar {
  const [familiar, setFamiliar] = useState<Familiar>(emptyFamiliar);
  useEffect(() => {
    const life = new AbortController();
    const read = async () => {
      const read = await (await load()).readFamiliar(matching);
      if (!life.signal.aborted) setFamiliar(read);
    };
    watchDirectory(() => void read(), life.signal);
    void read();
    return () => life.abort();
  }, [matching]);
  return familiar;
}

/** Who is found by what is typed so far; null while nothing is typed to look for. */
export function usePeople(typed: string, search: Search): readonly Contact[] | null {
  return useFound(typed, search, null, ({ findPeople }, wish) => findPeople(typed, wish));
}

const none: readonly Suggestion[] = [];

/** The same with each number in a line of its own. */
export function useSuggestions(typed: string, search: Search): readonly Suggestion[] {
  return useFound(typed, search, none, ({ findSuggestions }, wish) => findSuggestions(typed, wish));
}

/** What was found for what is typed; what was found before stays until then, so that nothing flickers. */
function useFound<T>(
  typed: string,
  { familiar, matching, limit }: Search,
  nothing: T,
  find: (lookUp: LookUp, search: Search) => Promise<T>,
): T {
  const [found, setFound] = useState(nothing);
  const isEmpty = typed.trim() === '';
  // The disk searches while the page is still being drawn: a key is to show its first result at once.
  const searching = useMemo(() => {
    if (isEmpty) return Promise.resolve(nothing);
    const search = { familiar, matching, limit };
    return loaded ? find(loaded, search) : load().then((lookUp) => find(lookUp, search));
    // `find` is told by what is typed.
  }, [typed, familiar, matching, limit]);
  useLayoutEffect(() => {
    let isCurrent = true;
    void searching.then((now) => isCurrent && setFound(now));
    return () => {
      isCurrent = false;
    };
  }, [searching]);
  return isEmpty ? nothing : found;
}
