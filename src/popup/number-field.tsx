import type { RefObject } from 'preact';
import { Icon } from '../ui/icons';
import { text } from '../ui/text';
import type { LookUp } from './use-look-up';

type Props = {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (value: string) => void;
  lookUp: Pick<LookUp, 'aria' | 'onKeyDown'>;
};

/** What is to be called, just as it was typed or pasted; it is made a number only when it is dialled. */
export const NumberField = ({ field, value, onChange, lookUp }: Props) => (
  <div class="number-field">
    <input
      ref={field}
      type="text"
      inputMode="tel"
      dir="ltr"
      autocomplete="off"
      spellcheck={false}
      aria-label={text('numberLabel')}
      placeholder={text('numberLabel')}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
      onKeyDown={lookUp.onKeyDown}
      {...lookUp.aria}
    />
    {value !== '' && (
      <button
        type="button"
        class="icon-button"
        aria-label={text('deleteDigit')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => field.current && onChange(deleteBeforeCaret(field.current))}
      >
        <Icon name="backspace" />
      </button>
    )}
  </div>
);

function deleteBeforeCaret(field: HTMLInputElement): string {
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  return field.value;
}
