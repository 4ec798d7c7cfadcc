import type { Card, ContactNumber, NumberKind, Picture } from '../contact';
import { escapeValue, type Property, parameter, splitRaw, splitValue, unescapeValue } from './content-lines';
import { decodeAnew, type Encoding } from './decode-file';
import type { SkipReason } from './file-report';
import { keep } from './kept-property';
import { numberKind } from './number-kind';
import { readPicture } from './picture';
import { quotedPrintableBytes } from './quoted-printable';

/** A card in the making. `labels` are Apple's own words for the properties of a group. */
export type CardDraft = {
  card: { -readonly [K in keyof Card]: Card[K] };
  numbers: ContactNumber[];
  emails: string[];
  notes: string[];
  others: string[];
  labels: Map<string, string>;
  picture: Picture | null;
  skipped: Set<SkipReason>;
};

export type Written = { readonly version: string; readonly encoding: Encoding };

// What is only about the file, or was used for another property.
const idle = new Set([
  'VERSION',
  'PRODID',
  'REV',
  'UID',
  'X-ABLABEL',
  'X-ABUID',
  'SORT-STRING',
  'BEGIN',
  'END',
  'LABEL',
  'AGENT',
]);

/** Puts one property of a card where it belongs; what has no place of its own is kept as it is. */
export function putProperty(draft: CardDraft, property: Property, written: Written): void {
  const value = plainValue(property, written);
  const put = puts[property.name];
  if (put) put(draft, value, property, written);
  else if (!idle.has(property.name)) keep(draft, property, value, written);
}

type Put = (draft: CardDraft, value: string, property: Property, written: Written) => void;

const puts: Readonly<Record<string, Put | undefined>> = {
  N: (draft, value, _, { version }) => putName(draft, value, version),
  FN: ({ card }, value, _, { version }) => {
    card.shownAs ||= unescapeValue(value, version);
  },
  ORG: (draft, value, property, written) => {
    const company = splitValue(value, ';', written.version).filter(Boolean).join(', ');
    if (draft.card.company === '') draft.card.company = company;
    else keep(draft, property, value, written);
  },
  TEL: (draft, value, property, { version }) => putNumber(draft, unescapeValue(value, version), property),
  IMPP: putSipOrKeep,
  'X-SIP': (draft, value) => addSip(draft, value),
  EMAIL: (draft, value, _, { version }) => {
    draft.emails.push(unescapeValue(value, version).replace(/^mailto:/i, ''));
  },
  NOTE: (draft, value, _, { version }) => {
    draft.notes.push(unescapeValue(value, version));
  },
  ADR: putAddress,
  LANG: (draft, value, property, written) => {
    if (draft.card.language === '') draft.card.language = unescapeValue(value, written.version);
    else keep(draft, property, value, written);
  },
  CATEGORIES: (draft, value, property, written) => {
    const categories = splitValue(value, ',', written.version);
    const others = categories.filter((one) => one.trim().toLowerCase() !== 'starred');
    if (others.length < categories.length) draft.card.isFavourite = true;
    if (others.length > 0) keep(draft, property, others.map(escapeValue).join(','), written);
  },
  PHOTO: putPicture,
};

/** The value as text: its transfer encoding and charset undone, its escapes not. */
function plainValue(property: Property, { encoding }: Written): string {
  const [charset = ''] = parameter(property, 'CHARSET');
  if (!parameter(property, 'ENCODING').includes('quoted-printable')) {
    return charset === '' ? property.value : decodeAnew(property.value, encoding, charset);
  }
  const bytes = quotedPrintableBytes(property.value);
  for (const label of [charset || 'utf-8', 'windows-1252']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // An unknown charset, or not that one: the next is tried, and the last takes all bytes.
    }
  }
  return property.value;
}

function putName({ card }: CardDraft, value: string, version: string): void {
  const [lastName = '', firstName = '', middleName = '', prefix = '', suffix = ''] = splitComponents(
    value,
    version,
  );
  Object.assign(card, { lastName, firstName, middleName, prefix, suffix });
}

/** Each component of a name or an address may be a list (RFC 6350 §6.2.2); in 2.1 a comma is a comma. */
function splitComponents(value: string, version: string): readonly string[] {
  if (version === '2.1') return splitValue(value, ';', version);
  return splitRaw(value, ';').map((component) =>
    splitRaw(component, ',')
      .map((part) => unescapeValue(part, version))
      .filter(Boolean)
      .join(' '),
  );
}

function putNumber(draft: CardDraft, value: string, property: Property): void {
  const label = draft.labels.get(property.group);
  const types = parameter(property, 'TYPE').filter((type) => !/^(pref|voice|text|internet|x-.*)$/.test(type));
  const known = numberKind(types.join(' '));
  const kind: NumberKind = label !== undefined && known === 'other' ? numberKind(label) : known;
  if (/^sips?:/i.test(value)) addSip(draft, value);
  else draft.numbers.push({ kind, number: /^tel:/i.test(value) ? plainTelUri(value) : value });
}

/** RFC 3966: "tel:+49-371-555;ext=12". */
function plainTelUri(uri: string): string {
  return uri
    .replace(/^tel:/i, '')
    .replace(/;(?:phone-context|isub|postd)=[^;]*/gi, '')
    .replace(/;ext=/i, ' ext. ');
}

function putSipOrKeep(draft: CardDraft, value: string, property: Property, written: Written): void {
  if (/^sips?:/i.test(value)) addSip(draft, value);
  else keep(draft, property, value, written);
}

function addSip(draft: CardDraft, value: string): void {
  draft.numbers.push({ kind: 'sip', number: value.trim().replace(/^sips?:/i, '') });
}

function putAddress(draft: CardDraft, value: string, property: Property, written: Written): void {
  const parts = splitComponents(value, written.version);
  const [box = '', extended = '', street = '', city = '', region = '', postal = '', country = ''] = parts;
  const { card } = draft;
  const isSecond = card.street || card.city || card.region || card.postal || card.country;
  const lines = [box, extended, street].filter(Boolean).join('\n');
  if (isSecond) keep(draft, property, value, written);
  else Object.assign(card, { street: lines, city, region, postal, country });
}

function putPicture(draft: CardDraft, value: string, property: Property, written: Written): void {
  const inline = /^data:[^,]*;base64,(.*)$/s.exec(value.replace(/\\,/g, ','))?.[1];
  const isBase64 = parameter(property, 'ENCODING').some(
    (encoding) => encoding === 'b' || encoding === 'base64',
  );
  const picture = inline !== undefined || isBase64 ? readPicture(inline ?? value) : null;
  if (picture === null) keep(draft, property, value, written);
  else if (typeof picture === 'string') draft.skipped.add(picture);
  else draft.picture ??= picture;
}
