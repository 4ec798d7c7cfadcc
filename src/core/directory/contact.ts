/** Counts up from 1 and is never used twice; 32 bits, because the search index keeps it so. */
export type ContactId = number;

/** The order of the kinds is the order in which a contact's numbers are kept and shown. */
export const numberKinds = ['work', 'mobile', 'home', 'sip', 'other'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** A number as it was written, or for the kind `sip` an address without its scheme. */
export type ContactNumber = { kind: NumberKind; number: string };

/** All that there is to say of a person, but for the picture. What is not known is empty. */
export type Card = {
  firstName: string;
  middleName: string;
  lastName: string;
  /** "Dr.", and "Jr.". */
  prefix: string;
  suffix: string;
  /** The name as a whole, where it is not what the parts above make together. */
  shownAs: string;
  company: string;
  numbers: readonly ContactNumber[];
  emails: readonly string[];
  note: string;
  isFavourite: boolean;
  /** A tag of BCP 47, or whatever the file had. */
  language: string;
  street: string;
  city: string;
  region: string;
  postal: string;
  country: string;
  /** Lines of a vCard 4.0 that have no place above, such as "TITLE:Head of sales"; they go out again as they came. */
  others: readonly string[];
};

/** A person in the directory. The picture is kept apart, because most of the time nobody looks at it. */
export type Contact = Card & { id: ContactId; pictureId: number | null };

export type Picture = { type: string; bytes: Uint8Array<ArrayBuffer> };

export const emptyCard: Card = {
  firstName: '',
  middleName: '',
  lastName: '',
  prefix: '',
  suffix: '',
  shownAs: '',
  company: '',
  numbers: [],
  emails: [],
  note: '',
  isFavourite: false,
  language: '',
  street: '',
  city: '',
  region: '',
  postal: '',
  country: '',
  others: [],
};

/** The parts of a name put together as one speaks them; empty when there are none. */
export function composedName({ prefix, firstName, middleName, lastName, suffix }: Card): string {
  return [prefix, firstName, middleName, lastName, suffix].filter(Boolean).join(' ');
}

/** What a contact is called wherever it is shown; never empty unless nothing at all is known. */
export function contactName(card: Card): string {
  return (
    card.shownAs || composedName(card) || card.company || card.emails[0] || card.numbers[0]?.number || ''
  );
}

/** One or two letters that stand for a picture. */
export function contactInitials(card: Card): string {
  const parts = [card.firstName, card.lastName].filter(Boolean);
  const words = parts.length > 0 ? parts : contactName(card).split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => [...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '')
    .join('')
    .toUpperCase();
}
