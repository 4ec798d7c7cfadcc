import { useEffect, useState } from 'preact/hooks';
import type { ColleaguesFound } from '../bus/protocol';
import { readItem, watchItem } from '../platform/storage';
import type { Intents } from './intents';

/** Whether the people of Avaya Spaces are to be searched as well. */
export function useColleagueSwitch(): boolean {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    watchItem('local', 'searchesColleagues', (value) => setOn(value ?? false), life.signal);
    void readItem('local', 'searchesColleagues').then((value) => setOn(value ?? false));
    return () => life.abort();
  }, []);
  return isOn;
}

const pauseMs = 250;

/** Who is found at Avaya Spaces. Asked when the person pauses, since each question goes over the network. */
export function useColleagues(
  typed: string,
  isOn: boolean,
  intents: Pick<Intents, 'searchColleagues'>,
): ColleaguesFound | undefined {
  const [found, setFound] = useState<ColleaguesFound>();
  const search = typed.trim();
  useEffect(() => {
    setFound(undefined);
    if (!isOn || search.length < 2) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void intents.searchColleagues(search).then((answer) => isCurrent && setFound(answer));
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [search, isOn, intents]);
  return found;
}
