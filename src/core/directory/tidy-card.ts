import { type Card, type ContactNumber, contactName, numberKinds } from './contact';
import { isKeepable } from './files/kept-property';

/**
 * A card in its one form, which every card that is kept has: no blanks at the ends, one blank between words, lines that end alike, no
 * character that cannot be seen, nothing twice, numbers in the order of their kinds. To tidy a tidy card changes nothing.
 */
export function tidyCard(card: Card): Card {
  const tidy: Card = {
    firstName: line(card.firstName),
    middleName: line(card.middleName),
    lastName: line(card.lastName),
    prefix: line(card.prefix),
    suffix: line(card.suffix),
    shownAs: line(card.shownAs),
    company: line(card.company),
    numbers: tidyNumbers(card.numbers),
    emails: unique(card.emails.map((email) => line(email).replace(/^(?:mailto:\s*)+/i, ''))),
    note: text(card.note),
    isFavourite: card.isFavourite,
    language: line(card.language),
    street: text(card.street),
    city: line(card.city),
    region: line(card.region),
    postal: line(card.postal),
    country: line(card.country),
    others: unique(card.others.map((other) => line(other)).filter(isKeepable)),
  };
  return tidy.shownAs === contactName({ ...tidy, shownAs: '' }) ? { ...tidy, shownAs: '' } : tidy;
}

/** Whether there is anything by which a person could be found or called. */
export function isNamed(card: Card): boolean {
  const { firstName, middleName, lastName, shownAs, company, emails, numbers } = card;
  return Boolean(
    firstName || middleName || lastName || shownAs || company || emails.length > 0 || numbers.length > 0,
  );
}

// Controls, and the marks of direction that come along with copied numbers.
const unseen = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const unseenButBreaks = /(?!\n)[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const unpaired = /\p{Cs}/gu;
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;

function line(value: string): string {
  if (plain.test(value)) return value;
  return value
    .replace(unpaired, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function text(value: string): string {
  if (plain.test(value)) return value;
  return value
    .replace(unpaired, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseenButBreaks, '')
    .trim();
}

function tidyNumbers(numbers: readonly ContactNumber[]): readonly ContactNumber[] {
  const tidy = numbers.map(({ kind, number }): ContactNumber => {
    const bare = line(number).replace(/^(?:tel:\s*)+/i, '');
    const address = bare.replace(/^(?:sips?:\s*)+/i, '');
    return { kind: address === bare ? kind : 'sip', number: address };
  });
  const seen = new Set<string>();
  return numberKinds.flatMap((kind) =>
    tidy.filter((one) => {
      const key = `${one.kind} ${one.number}`;
      const isNew = one.kind === kind && one.number !== '' && !seen.has(key);
      if (isNew) seen.add(key);
      return isNew;
    }),
  );
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter(Boolean))];
}
