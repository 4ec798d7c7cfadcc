import { type Contact, contactName } from '../core/directory/contact';
import { Avatar } from '../ui/avatar';
import { text } from '../ui/text';

const shown = 12;

/** Those one calls most, a click away. Someone with several numbers is called at the first. */
export const Favourites = ({
  contacts,
  onCall,
}: {
  contacts: readonly Contact[];
  onCall: (number: string) => void;
}) => {
  const callable = contacts.filter(({ numbers }) => numbers.length > 0).slice(0, shown);
  if (callable.length === 0) return null;
  return (
    <ul class="favourites" aria-label={text('favourites')}>
      {callable.map((contact) => (
        <li key={contact.id}>
          <button
            type="button"
            aria-label={text('callParty', contactName(contact))}
            title={contactName(contact)}
            onClick={() => onCall(contact.numbers[0]?.number ?? '')}
          >
            <Avatar contact={contact} />
            <span class="favourite-name">{contact.firstName || contactName(contact)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
