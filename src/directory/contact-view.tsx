import { type Contact, contactName } from '../core/directory/contact';
import type { Presence } from '../core/presence/presence';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icons';
import { kindWord } from '../ui/kind-word';
import { WithPresence } from '../ui/presence-mark';
import { presenceWord } from '../ui/presence-word';
import { text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';

type Props = {
  contact: Contact;
  presence: Presence | null;
  formatNumber: FormatNumber;
  onCall: (number: string) => void;
  onEdit: () => void;
  onRemove: () => void;
  onFavourite: (isFavourite: boolean) => void;
};

/** All that is known of a person, and what can be done about it. */
export const ContactView = ({
  contact,
  presence,
  formatNumber,
  onCall,
  onEdit,
  onRemove,
  onFavourite,
}: Props) => (
  <article class="contact" aria-label={contactName(contact)}>
    <header>
      <WithPresence presence={presence}>
        <Avatar contact={contact} />
      </WithPresence>
      <div>
        <h2>{contactName(contact)}</h2>
        {contact.company && contactName(contact) !== contact.company && <p>{contact.company}</p>}
        {presence && <p aria-hidden="true">{presenceWord(presence)}</p>}
      </div>
      <button
        type="button"
        class="icon-button favourite"
        aria-pressed={contact.isFavourite}
        aria-label={text('favourite')}
        title={text('favourite')}
        onClick={() => onFavourite(!contact.isFavourite)}
      >
        <Icon name="star" />
      </button>
    </header>
    <dl>
      {contact.numbers.map(({ kind, number }) => (
        <div key={`${kind} ${number}`}>
          <dt>{kindWord(kind)}</dt>
          <dd>
            <button
              type="button"
              class="call-number"
              aria-label={text('callParty', number)}
              onClick={() => onCall(number)}
            >
              <Icon name="handset" />
              <bdi>{formatNumber(number)}</bdi>
            </button>
          </dd>
        </div>
      ))}
      {contact.emails.map((email) => (
        <div key={email}>
          <dt>{text('email')}</dt>
          <dd>
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>
          </dd>
        </div>
      ))}
      <Detail label={text('address')} value={addressOf(contact)} />
      <Detail label={text('note')} value={contact.note} />
    </dl>
    <div class="buttons">
      <button type="button" onClick={onEdit}>
        {text('edit')}
      </button>
      <button type="button" class="danger" onClick={onRemove}>
        {text('remove')}
      </button>
    </div>
  </article>
);

const Detail = ({ label, value }: { label: string; value: string }) =>
  value === '' ? null : (
    <div>
      <dt>{label}</dt>
      <dd class="lines">{value}</dd>
    </div>
  );

function addressOf({ street, postal, city, region, country }: Contact): string {
  return [street, [postal, city].filter(Boolean).join(' '), region, country].filter(Boolean).join('\n');
}
