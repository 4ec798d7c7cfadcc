import { type Card, contactName, type NumberKind, type Picture } from '../contact';
import { escapeValue } from './content-lines';
import { toBase64 } from './picture';

const types: Readonly<Record<Exclude<NumberKind, 'sip'>, string>> = {
  work: 'TYPE=WORK,VOICE',
  mobile: 'TYPE=CELL,VOICE',
  home: 'TYPE=HOME,VOICE',
  other: 'TYPE=VOICE',
};

/** One contact as a card of version 3.0 (RFC 2426), which every address book reads. */
export function writeVcard(card: Card, picture: Picture | null): string {
  const parts = [card.lastName, card.firstName, card.middleName, card.prefix, card.suffix];
  const address = ['', '', card.street, card.city, card.region, card.postal, card.country];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${parts.map(escapeValue).join(';')}`,
    `FN:${escapeValue(contactName(card))}`,
    ...(card.company ? [`ORG:${escapeValue(card.company)}`] : []),
    ...card.numbers.map(({ kind, number }) =>
      kind === 'sip' ? `IMPP:sip:${number}` : `TEL;${types[kind]}:${escapeValue(number)}`,
    ),
    ...card.emails.map((email) => `EMAIL;TYPE=INTERNET:${escapeValue(email)}`),
    ...(address.some(Boolean) ? [`ADR:${address.map(escapeValue).join(';')}`] : []),
    ...(card.language ? [`LANG:${escapeValue(card.language)}`] : []),
    ...(card.note ? [`NOTE:${escapeValue(card.note)}`] : []),
    ...(card.isFavourite ? ['CATEGORIES:starred'] : []),
    ...card.others,
    ...(picture ? [pictureLine(picture)] : []),
    'END:VCARD',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function pictureLine({ type, bytes }: Picture): string {
  return `PHOTO;ENCODING=b;TYPE=${type.replace(/^image\//, '').toUpperCase()}:${toBase64(bytes)}`;
}

/** No line is longer than 75 bytes (RFC 2426 §2.6), and none is cut inside of a character. */
function fold(line: string): string {
  if (line.length <= 75 && /^[\0-\x7f]*$/.test(line)) return line;
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const letter of line) {
    const size = bytesOf(letter);
    if (bytes + size > 75) {
      pieces.push(piece);
      piece = '';
      // The blank that a folded line begins with counts.
      bytes = 1;
    }
    piece += letter;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n ');
}

function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
