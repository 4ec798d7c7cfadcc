import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { makeDialer } from '../core/dial/dial';
import type { DialSettings } from '../core/dial/dialled';
import { readCallRecords } from '../store/call-log';
import type { Matching } from '../store/contact-names';
import { DialFailed, type DialFailure } from '../ui/dial-failed';
import { Icon } from '../ui/icons';
import type { Intents } from '../ui/intents';
import { KeyPad } from '../ui/key-pad';
import { text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';
import type { TellPresence } from '../ui/use-presence';
import { AsTyped } from './as-typed';
import { DialPreview } from './dial-preview';
import { type Draft, emptyDraft } from './draft';
import { Favourites } from './favourites';
import { NumberField } from './number-field';
import { lastDialled, searchedForRedial } from './redial';
import { Suggestions } from './suggestions';
import { useTypingAnywhere } from './typing-anywhere';
import { useLookUp } from './use-look-up';

const prepareEveryMs = 5_000;

type Props = {
  draft: Draft;
  onDraft: (change: Draft | ((before: Draft) => Draft)) => void;
  settings: DialSettings;
  matching: Matching;
  formatNumber: FormatNumber;
  presenceOf: TellPresence;
  intents: Pick<Intents, 'dial' | 'prepare' | 'searchColleagues'>;
};

/**
 * A number, what will become of it, twelve keys and the button that calls. With no number, calling fills in the last one, as
 * telephones do.
 */
export const Dialer = ({ draft, onDraft, settings, matching, formatNumber, presenceOf, intents }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<DialFailure>();
  const dialNumber = useMemo(() => makeDialer(settings), [settings]);
  const preparedAt = useRef(Number.NEGATIVE_INFINITY);
  const change = (changed: Draft) => {
    setFailure(undefined);
    onDraft(changed);
    // A message wakes every page and the worker, which would slow down the search for what is typed.
    if (performance.now() - preparedAt.current < prepareEveryMs) return;
    preparedAt.current = performance.now();
    intents.prepare();
  };
  const lookUp = useLookUp(draft.typed, { matching, intents });
  const dialled = dialNumber(draft.typed, draft);
  const write = (typed: string) => change({ ...draft, typed });
  const callNumber = async (number: string) => {
    const result = await intents.dial({ typed: number, asTyped: false });
    if (result.ok) onDraft(emptyDraft);
    else setFailure(result.why);
  };
  const call = async () => {
    if (draft.typed.trim() === '')
      return change(lastDialled(await readCallRecords({ limit: searchedForRedial })));
    const chosen = lookUp.suggestions[lookUp.chosen];
    if (chosen) return callNumber(chosen.number);
    // A name is nothing to dial: its number is shown first, lest someone else be called.
    const [found] = lookUp.suggestions;
    if (found && lookUp.isName && !/[\d@]/.test(draft.typed)) return write(found.number);
    setFailure(undefined);
    const result = await intents.dial(draft);
    // What has been typed since then stays.
    if (result.ok) onDraft((now) => (now === draft ? emptyDraft : now));
    else setFailure(result.why);
  };
  const insert = (key: string) => {
    if (field.current) write(insertAtCaret(field.current, key));
  };
  useLayoutEffect(() => field.current?.focus(), []);
  useTypingAnywhere(field, { onType: insert, onCall: call });
  const press = useRef(insert);
  press.current = insert;
  // Its twelve keys never change, and are not compared at each of them that is pressed.
  const keyPad = useMemo(
    () => <KeyPad label={text('tabDial')} hasPlus onKey={(key) => press.current(key)} />,
    [],
  );
  return (
    <form
      class="dialer"
      onSubmit={(event) => {
        event.preventDefault();
        void call();
      }}
    >
      <NumberField field={field} value={draft.typed} onChange={write} lookUp={lookUp} />
      {draft.typed === '' && (
        <Favourites contacts={lookUp.familiar.favourites} presenceOf={presenceOf} onCall={callNumber} />
      )}
      {lookUp.suggestions.length > 0 && (
        <Suggestions
          {...lookUp}
          formatNumber={formatNumber}
          onCall={({ number }) => void callNumber(number)}
        />
      )}
      <div class="outlook" hidden={lookUp.isName}>
        <DialPreview dialled={dialled} />
        {settings.rules && !dialled.emergency && (
          <AsTyped isOn={draft.asTyped} onChange={(asTyped) => change({ ...draft, asTyped })} />
        )}
      </div>
      {failure && <DialFailed why={failure} />}
      <div class="keys" hidden={lookUp.isName}>
        {keyPad}
      </div>
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
