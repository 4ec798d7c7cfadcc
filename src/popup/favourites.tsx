import { type Contact, contactName } from '../core/directory/contact';
import type { Presence } from '../core/presence/presence';
import { Avatar } from '../ui/avatar';
import { WithPresence } from '../ui/presence-mark';
import { presenceWord } from '../ui/presence-word';
import { text } from '../ui/text';
import type { TellPresence } from '../ui/use-presence';

const shown = 12;

/** Those one calls most, a click away. Someone with several numbers is called at the first. */
export const Favourites = ({
  contacts,
  presenceOf,
  onCall,
}: {
  contacts: readonly Contact[];
  presenceOf: TellPresence;
  onCall: (number: string) => void;
}) => {
  const callable = contacts.filter(({ numbers }) => numbers.length > 0).slice(0, shown);
  if (callable.length === 0) return null;
  return (
    <ul class="favourites" aria-label={text('favourites')}>
      {callable.map((contact) => (
        <Favourite key={contact.id} contact={contact} presence={presenceOf(contact)} onCall={onCall} />
      ))}
    </ul>
  );
};

const Favourite = ({
  contact,
  presence,
  onCall,
}: {
  contact: Contact;
  presence: Presence | null;
  onCall: (number: string) => void;
}) => {
  const name = contactName(contact);
  const wordId = `presence-${contact.id}`;
  return (
    <li>
      <button
        type="button"
        aria-label={text('callParty', name)}
        aria-describedby={presence ? wordId : undefined}
        title={presence ? `${name} · ${presenceWord(presence)}` : name}
        onClick={() => onCall(contact.numbers[0]?.number ?? '')}
      >
        <WithPresence presence={presence} id={wordId}>
          <Avatar contact={contact} />
        </WithPresence>
        <span class="favourite-name">{contact.firstName || name}</span>
      </button>
    </li>
  );
};
