import { useState } from 'preact/hooks';
import {
  type Card,
  type Contact,
  type ContactNumber,
  numberKinds,
  type Picture,
} from '../core/directory/contact';
import { isNamed, tidyCard } from '../core/directory/tidy-card';
import { kindWord } from '../ui/kind-word';
import { Note } from '../ui/note';
import { type TextKey, text } from '../ui/text';
import { PictureField } from './picture-field';

type Props = {
  card: Card;
  heading: string;
  /** Who has a picture already, or may have; null for somebody new. */
  contact: Contact | null;
  /** The picture is undefined when it stays as it is, and null when it is taken away. */
  onSave: (card: Card, picture: Picture | null | undefined) => void;
  onCancel: () => void;
};

const names = [
  ['prefix', 'namePrefix'],
  ['firstName', 'firstName'],
  ['middleName', 'middleName'],
  ['lastName', 'lastName'],
  ['suffix', 'nameSuffix'],
  ['shownAs', 'shownAs'],
  ['company', 'company'],
] as const satisfies readonly (readonly [keyof Card, TextKey])[];
const places = [
  ['street', 'street'],
  ['postal', 'postal'],
  ['city', 'city'],
  ['region', 'region'],
  ['country', 'country'],
  ['language', 'language'],
] as const satisfies readonly (readonly [keyof Card, TextKey])[];

/** A person as a form. Saving what has neither name nor number is refused with a sentence. */
export const ContactForm = ({ card, heading, contact, onSave, onCancel }: Props) => {
  const [draft, setDraft] = useState<Card>(() => withEmptyRows(card));
  const [isRefused, setRefused] = useState(false);
  const [picture, setPicture] = useState<Picture | null>();
  const change = (part: Partial<Card>) => setDraft({ ...draft, ...part });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const tidy = tidyCard(draft);
    setRefused(!isNamed(tidy));
    if (isNamed(tidy)) onSave(tidy, picture);
  };
  return (
    <form class="contact-form" onSubmit={save} aria-label={heading}>
      <h2>{heading}</h2>
      {isRefused && <Note tone="bad">{text('contactNameless')}</Note>}
      <PictureField contact={contact} picture={picture} onChange={setPicture} />
      <TextFields fields={names} draft={draft} onChange={change} />
      <Numbers numbers={draft.numbers} onChange={(numbers) => change({ numbers })} />
      <Emails emails={draft.emails} onChange={(emails) => change({ emails })} />
      <label class="wide">
        {text('note')}
        <textarea
          rows={3}
          value={draft.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <details class="wide">
        <summary>{text('address')}</summary>
        <div class="contact-form">
          <TextFields fields={places} draft={draft} onChange={change} />
        </div>
      </details>
      <label class="check wide">
        <input
          type="checkbox"
          checked={draft.isFavourite}
          onChange={(event) => change({ isFavourite: event.currentTarget.checked })}
        />
        {text('favourite')}
      </label>
      <div class="buttons wide">
        <button type="submit" class="primary">
          {text('save')}
        </button>
        <button type="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
};

function withEmptyRows(card: Card): Card {
  return {
    ...card,
    numbers: [...card.numbers, { kind: card.numbers.length === 0 ? 'work' : 'mobile', number: '' }],
    emails: card.emails.length === 0 ? [''] : card.emails,
  };
}

type TextField = (typeof names | typeof places)[number];
type TextFieldsProps = {
  fields: readonly TextField[];
  draft: Card;
  onChange: (part: Partial<Card>) => void;
};

const TextFields = ({ fields, draft, onChange }: TextFieldsProps) => (
  <>
    {fields.map(([field, label]) => (
      <label key={field}>
        {text(label)}
        <input value={draft[field]} onInput={(event) => onChange({ [field]: event.currentTarget.value })} />
      </label>
    ))}
  </>
);

type NumbersProps = {
  numbers: readonly ContactNumber[];
  onChange: (numbers: readonly ContactNumber[]) => void;
};

const Numbers = ({ numbers, onChange }: NumbersProps) => {
  const put = (at: number, part: Partial<ContactNumber>) =>
    onChange(numbers.map((number, own) => (own === at ? { ...number, ...part } : number)));
  return (
    <fieldset class="wide rows">
      <legend>{text('numbers')}</legend>
      {numbers.map(({ kind, number }, at) => (
        <div key={at} class="number-row">
          <select
            aria-label={text('numberKind')}
            value={kind}
            onChange={(event) =>
              put(at, { kind: numberKinds.find((one) => one === event.currentTarget.value) ?? kind })
            }
          >
            {numberKinds.map((one) => (
              <option key={one} value={one}>
                {kindWord(one)}
              </option>
            ))}
          </select>
          <input
            dir="ltr"
            aria-label={text('number')}
            value={number}
            onInput={(event) => put(at, { number: event.currentTarget.value })}
          />
        </div>
      ))}
      <button
        type="button"
        class="quiet"
        onClick={() => onChange([...numbers, { kind: 'mobile', number: '' }])}
      >
        {text('numberAdd')}
      </button>
    </fieldset>
  );
};

type EmailsProps = { emails: readonly string[]; onChange: (emails: readonly string[]) => void };

const Emails = ({ emails, onChange }: EmailsProps) => (
  <fieldset class="wide rows">
    <legend>{text('emails')}</legend>
    {emails.map((email, at) => (
      <input
        key={at}
        type="text"
        inputMode="email"
        dir="ltr"
        aria-label={text('email')}
        value={email}
        onInput={(event) =>
          onChange(emails.map((one, own) => (own === at ? event.currentTarget.value : one)))
        }
      />
    ))}
    <button type="button" class="quiet" onClick={() => onChange([...emails, ''])}>
      {text('emailAdd')}
    </button>
  </fieldset>
);
