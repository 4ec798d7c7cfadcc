import { useEffect, useState } from 'preact/hooks';
import type { Intents } from '../ui/intents';

/** Whoever has the page before the eyes has seen the missed calls; in a tab behind others, nobody has. */
export function useMissedSeen(missedCount: number, intents: Intents): void {
  const [isVisible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    if (isVisible && missedCount > 0) intents.missedSeen();
  }, [isVisible, missedCount, intents]);
}
