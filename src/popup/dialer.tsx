import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readCallRecords } from '../store/call-log';
import { Icon } from '../ui/icons';
import type { Intents } from '../ui/intents';
import { KeyPad } from '../ui/key-pad';
import { text } from '../ui/text';
import { DialFailed, type DialFailure } from './dial-failed';
import { NumberField } from './number-field';
import { lastDialled, searchedForRedial } from './redial';
import { useTypingAnywhere } from './typing-anywhere';

type Props = { draft: string; onDraft: (draft: string) => void; intents: Pick<Intents, 'dial' | 'prepare'> };

/** A number, twelve keys and the button that calls. With no number, calling fills in the last one, as telephones do. */
export const Dialer = ({ draft, onDraft, intents }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<DialFailure>();
  const write = (number: string) => {
    setFailure(undefined);
    onDraft(number);
    intents.prepare();
  };
  const call = async () => {
    if (draft.trim() === '') return write(lastDialled(await readCallRecords({ limit: searchedForRedial })));
    setFailure(undefined);
    const result = await intents.dial(draft);
    if (result.ok) onDraft('');
    else setFailure(result.why);
  };
  const insert = (key: string) => {
    if (field.current) write(insertAtCaret(field.current, key));
  };
  useLayoutEffect(() => field.current?.focus(), []);
  useTypingAnywhere(field, { onType: insert, onCall: call });
  return (
    <form
      class="dialer"
      onSubmit={(event) => {
        event.preventDefault();
        void call();
      }}
    >
      <NumberField field={field} value={draft} onChange={write} />
      {failure && <DialFailed why={failure} />}
      <KeyPad label={text('tabDial')} hasPlus onKey={insert} />
      <button type="submit" class="action begin">
        <Icon name="handset" />
        <span>{text('call')}</span>
      </button>
    </form>
  );
};

/** Types over what is selected in the field, and gives its new text. */
function insertAtCaret(field: HTMLInputElement, key: string): string {
  field.setRangeText(
    key,
    field.selectionStart ?? field.value.length,
    field.selectionEnd ?? field.value.length,
    'end',
  );
  return field.value;
}
