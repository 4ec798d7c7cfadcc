import { useEffect, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import { type Contact, type ContactId, emptyCard } from '../core/directory/contact';
import { readContacts } from '../store/directory';
import { Icon } from '../ui/icons';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { useNumberFormat } from '../ui/use-number-format';
import type { TellPresence } from '../ui/use-presence';
import { ContactForm } from './contact-form';
import { ContactView } from './contact-view';
import type { Selected } from './directory';
import type { Changes } from './use-changes';

type Props = {
  selected: Selected;
  version: number;
  rules: DialRules | null;
  changes: Changes;
  presenceOf: TellPresence;
  intents: Intents;
  onSelect: (selected: Selected) => void;
};

/** The person who is chosen: to be looked at, or to be written. */
export const ContactPane = ({ selected, version, rules, changes, presenceOf, intents, onSelect }: Props) => {
  const formatNumber = useNumberFormat(rules);
  const contact = useContact(typeof selected === 'number' ? selected : null, version);
  const [isEditing, setEditing] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const call = async (number: string) =>
    setRefused(!(await intents.dial({ typed: number, asTyped: false })).ok);
  const isNew = typeof selected === 'object' && selected !== null;
  if (!isNew && !contact) return null;
  return (
    <section class="contact-pane">
      <button type="button" class="icon-button back" aria-label={text('back')} onClick={() => onSelect(null)}>
        <Icon name="cross" />
      </button>
      {isRefused && <Note tone="bad">{text('dialNotRegistered')}</Note>}
      {isNew && (
        <ContactForm
          heading={text('contactNew')}
          card={
            selected.new ? { ...emptyCard, numbers: [{ kind: 'work', number: selected.new }] } : emptyCard
          }
          contact={null}
          onSave={async (card, picture) => onSelect(await changes.add(card, picture ?? null))}
          onCancel={() => onSelect(null)}
        />
      )}
      {contact && isEditing && (
        <ContactForm
          heading={text('edit')}
          card={contact}
          contact={contact}
          onSave={async (card, picture) => {
            await changes.edit({ ...contact, ...card }, picture);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      {contact && !isEditing && (
        <ContactView
          contact={contact}
          presence={presenceOf(contact)}
          formatNumber={formatNumber}
          onCall={(number) => void call(number)}
          onEdit={() => setEditing(true)}
          onRemove={async () => {
            await changes.remove(contact);
            onSelect(null);
          }}
          onFavourite={(isFavourite) => void changes.mark({ ...contact, isFavourite })}
        />
      )}
    </section>
  );
};

function useContact(id: ContactId | null, version: number): Contact | undefined {
  const [contact, setContact] = useState<Contact>();
  useEffect(() => {
    if (id === null) return;
    let isCurrent = true;
    void readContacts([id]).then(([read]) => isCurrent && setContact(read));
    return () => {
      isCurrent = false;
    };
  }, [id, version]);
  return id === null ? undefined : contact;
}
