import { useEffect, useState } from 'preact/hooks';
import { emptyFamiliar } from '../core/directory/familiar';
import { numberKey } from '../core/directory/number-key';
import { log } from '../platform/log';
import type { Matching } from '../store/contact-names';

export type NumberKeys = ReadonlySet<string>;

const none: NumberKeys = new Set();
const mostPeople = 200;

/** The numbers, as `numberKey` has them, of those whom the directory finds by what is searched for; none until it has been asked. */
export function useNamedSo(query: string, matching: Matching): NumberKeys {
  const [found, setFound] = useState({ query: '', keys: none });
  useEffect(() => {
    if (!/\p{L}/u.test(query)) return;
    let isCurrent = true;
    find(query, matching)
      .then((keys) => isCurrent && keys.size > 0 && setFound({ query, keys }))
      .catch((error) => log.error('names not searched', { why: String(error) }));
    return () => {
      isCurrent = false;
    };
  }, [query, matching]);
  return found.query === query ? found.keys : none;
}

async function find(query: string, matching: Matching): Promise<NumberKeys> {
  const { findPeople } = await import('../store/look-up');
  const people = await findPeople(query, { familiar: emptyFamiliar, matching, limit: mostPeople });
  const numbers = (people ?? []).flatMap((contact) => contact.numbers);
  return new Set(numbers.map(({ number }) => numberKey(number, matching.numbering)));
}
