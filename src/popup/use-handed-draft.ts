import { useEffect } from 'preact/hooks';
import { readItem, removeItems, watchItem } from '../platform/storage';

/** Takes over a number that was handed to the popup from a web page, a menu or a shortcut, once. */
export function useHandedDraft(onDraft: (typed: string) => void): void {
  useEffect(() => {
    const life = new AbortController();
    const take = (typed: string | undefined) => {
      if (typed === undefined || life.signal.aborted) return;
      void removeItems('session', ['dialDraft']);
      if (typed !== '') onDraft(typed);
    };
    watchItem('session', 'dialDraft', take, life.signal);
    void readItem('session', 'dialDraft').then(take);
    return () => life.abort();
  }, []);
}
