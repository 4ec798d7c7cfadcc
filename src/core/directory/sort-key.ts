import { type Card, contactName } from './contact';
import { fold } from './fold';

/** What the list is sorted by: last name, first name; or whatever a contact without them is called. Those without letters come last. */
export function sortKey(card: Card): string {
  const { lastName, firstName } = card;
  const key = fold(lastName ? `${lastName}\u0001${firstName}` : contactName(card));
  return /^\p{L}/u.test(key) ? key : `\uffff${key}`;
}

/** The heading that a contact stands under in the list: the first letter of its key, or # for those without letters. */
export function sortLetter(card: Card): string {
  const [letter = ''] = sortKey(card);
  return letter === '\uffff' ? '#' : letter.toUpperCase();
}
