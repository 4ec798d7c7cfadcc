import { useEffect, useMemo, useState } from 'preact/hooks';
import { suggestColleagues } from '../core/directory/colleague';
import type { Familiar } from '../core/directory/familiar';
import type { Suggestion } from '../core/directory/suggest';
import type { Matching } from '../store/contact-names';
import type { Intents } from '../ui/intents';
import { useColleagueSwitch, useColleagues } from '../ui/use-colleagues';
import { useFamiliar, useSuggestions } from '../ui/use-suggestions';
import { suggestionId, suggestionsId } from './suggestions';

// Digits are dialled with the keys on the screen, which must stay where they are; for letters there is the whole place.
const withKeys = 3;
const withoutKeys = 7;
const mostColleagues = 7;

export type LookUp = {
  readonly familiar: Familiar;
  readonly suggestions: readonly Suggestion[];
  readonly chosen: number;
  /** True when a name is typed and not a number: then nobody needs the keys of the telephone. */
  readonly isName: boolean;
  /** For the field: arrows go through what was found, Escape leaves it. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly aria: Readonly<Record<string, string | undefined>>;
};

type Means = { matching: Matching; intents: Pick<Intents, 'searchColleagues'> };

/** Looks people up by what is typed into the number field. */
export function useLookUp(typed: string, { matching, intents }: Means): LookUp {
  const [chosen, setChosen] = useState(-1);
  const isName = /\p{L}/u.test(typed);
  const familiar = useFamiliar(matching);
  const own = useSuggestions(typed, { familiar, matching, limit: isName ? withoutKeys : withKeys });
  const others = useColleagues(isName ? typed : '', useColleagueSwitch(), intents);
  // Those who are known better stand first, and stay where they are when the others come.
  const suggestions = useMemo(() => {
    if (!others?.ok) return own;
    return [...own, ...suggestColleagues(others.people, own, matching.numbering).slice(0, mostColleagues)];
  }, [own, others, matching]);
  useEffect(() => setChosen(-1), [typed]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextChosen(event.key, chosen, suggestions.length);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  const isOpen = suggestions.length > 0;
  const aria = {
    role: 'combobox',
    'aria-expanded': String(isOpen),
    'aria-autocomplete': 'list',
    'aria-controls': isOpen ? suggestionsId : undefined,
    'aria-activedescendant': chosen >= 0 ? suggestionId(chosen) : undefined,
  };
  return { familiar, suggestions, chosen, isName: isName && isOpen, onKeyDown, aria };
}

/** Where an arrow leads to among `count`; -1 is the field itself, null that the key means something else. */
export function nextChosen(key: string, chosen: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return chosen + 1 >= count ? -1 : chosen + 1;
  if (key === 'ArrowUp') return chosen === -1 ? count - 1 : chosen - 1;
  return key === 'Escape' && chosen !== -1 ? -1 : null;
}
