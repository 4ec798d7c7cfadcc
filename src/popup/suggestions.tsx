import type { Suggestion } from '../core/directory/suggest';
import { Avatar } from '../ui/avatar';
import { kindWord } from '../ui/kind-word';
import { text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';

export const suggestionsId = 'suggestions';
export const suggestionId = (at: number) => `suggestion-${at}`;

type Props = {
  suggestions: readonly Suggestion[];
  /** Which one Enter would call; -1 for none. */
  chosen: number;
  formatNumber: FormatNumber;
  onCall: (suggestion: Suggestion) => void;
};

/** Who is meant by what is typed, below the field as it grows; a click calls. */
export const Suggestions = ({ suggestions, chosen, formatNumber, onCall }: Props) => {
  const call = ({ target }: Event) => {
    const line = target instanceof Element ? target.closest('[role=option]') : null;
    const suggestion = suggestions.find((_, at) => suggestionId(at) === line?.id);
    if (suggestion) onCall(suggestion);
  };
  return (
    <div
      id={suggestionsId}
      class="suggestions"
      role="listbox"
      tabIndex={-1}
      aria-label={text('suggestions')}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={call}
      onKeyDown={(event) => event.key === 'Enter' && call(event)}
    >
      {suggestions.map((suggestion, at) => (
        <div
          key={`${suggestion.contact.id} ${suggestion.kind} ${suggestion.number}`}
          id={suggestionId(at)}
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
        >
          <Avatar contact={suggestion.contact} />
          <span class="who">
            <strong>{suggestion.name}</strong>
            <span class="number">
              {kindWord(suggestion.kind)} · <bdi>{formatNumber(suggestion.number)}</bdi>
            </span>
          </span>
        </div>
      ))}
    </div>
  );
};
