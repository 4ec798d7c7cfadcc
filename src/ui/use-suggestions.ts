import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Contact } from '../core/directory/contact';
import { emptyFamiliar, type Familiar, type Suggestion } from '../core/directory/suggest';
import type { Matching } from '../store/contact-names';
import { watchDirectory } from '../store/directory-news';
import type { Search } from '../store/look-up';

// A page is painted without the search, which comes before anybody can have typed.
const lookUp = () => import('../store/look-up');

/** Those who count for more: read once when the page opens, and again when the directory changes. */
export function useFamiliar(matching: Matching): Familiar {
  const [familiar, setFamiliar] = useState<Familiar>(emptyFamiliar);
  useEffect(() => {
    const life = new AbortController();
    const read = async () => {
      const read = await (await lookUp()).readFamiliar(matching);
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
  return useFound(typed, search, null, async (wish) => (await lookUp()).findPeople(typed, wish));
}

const none: readonly Suggestion[] = [];

/** The same with each number in a line of its own. */
export function useSuggestions(typed: string, search: Search): readonly Suggestion[] {
  return useFound(typed, search, none, async (wish) => (await lookUp()).findSuggestions(typed, wish));
}

/** What was found for what is typed; what was found before stays until then, so that nothing flickers. */
function useFound<T>(
  typed: string,
  { familiar, matching, limit }: Search,
  nothing: T,
  find: (search: Search) => Promise<T>,
): T {
  const [found, setFound] = useState(nothing);
  const isEmpty = typed.trim() === '';
  // Not after the next frame, but now: a key is to show its first result at once.
  useLayoutEffect(() => {
    let isCurrent = true;
    const search = isEmpty ? Promise.resolve(nothing) : find({ familiar, matching, limit });
    void search.then((now) => isCurrent && setFound(now));
    return () => {
      isCurrent = false;
    };
    // `find` is told by what is typed.
  }, [typed, familiar, matching, limit]);
  return isEmpty ? nothing : found;
}
