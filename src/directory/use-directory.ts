import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ContactId } from '../core/directory/contact';
import { readDirectoryState, readOrder } from '../store/directory';
import { watchDirectory } from '../store/directory-news';

/** `version` is another one after each change, and what was read before it does not hold. */
export type DirectoryView = { readonly order: readonly ContactId[]; readonly version: number };

/** The whole list, read again whenever any page changes it; undefined until it was read for the first time. */
export function useDirectory(): { view: DirectoryView | undefined; refresh: () => void } {
  const [view, setView] = useState<DirectoryView>();
  const refresh = useCallback(() => {
    void Promise.all([readOrder(), readDirectoryState()]).then(([order, { version }]) =>
      setView({ order: [...order], version }),
    );
  }, []);
  useEffect(() => {
    const life = new AbortController();
    watchDirectory(refresh, life.signal);
    refresh();
    return () => life.abort();
  }, [refresh]);
  return { view, refresh };
}
