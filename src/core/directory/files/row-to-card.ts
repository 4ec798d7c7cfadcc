import { type Card, type ContactNumber, emptyCard, type NumberKind } from '../contact';
import { isNamed, tidyCard } from '../tidy-card';
import type { ColumnField } from './csv-headers';
import type { ReadCard, Skipped } from './file-report';
import { takeBack } from './neutral-cell';
import { numberKind } from './number-kind';
import { readPicture } from './picture';
import type { Column } from './read-csv';

const kinds = {
  workNumber: 'work',
  mobileNumber: 'mobile',
  homeNumber: 'home',
  sipNumber: 'sip',
  otherNumber: 'other',
} as const satisfies Partial<Record<ColumnField, NumberKind>>;
const isNumber = (field: ColumnField): field is keyof typeof kinds => field in kinds;

/** A card in the making: what can be there more than once is still apart. */
type Draft = {
  card: { -readonly [K in keyof Card]: Card[K] };
  numbers: ContactNumber[];
  emails: string[];
  notes: string[];
  label: string;
  picture: string;
};

/** What a row of a CSV file says of a person, by what its columns are. `place` is the row, from 1. */
export function rowToCard(row: readonly string[], columns: readonly Column[], place: number): ReadCard {
  const draft: Draft = { card: { ...emptyCard }, numbers: [], emails: [], notes: [], label: '', picture: '' };
  columns.forEach(({ header, field }, at) => {
    const cell = takeBack((row[at] ?? '').trim());
    if (cell !== '') put(draft, field, cell, header);
    else if (field === 'numberLabel') draft.label = '';
  });
  const { numbers, emails, notes } = draft;
  const card = tidyCard({ ...draft.card, numbers, emails, note: notes.join('\n') });
  if (!isNamed(card)) {
    const name = row.find((cell) => cell.trim() !== '') ?? '';
    return { place, card: null, picture: null, skipped: [{ place, name, why: 'nothing-in-it' }] };
  }
  return { place, card, ...pictureOf(draft.picture, place, card.lastName || card.firstName) };
}

function put(draft: Draft, field: ColumnField, cell: string, header: string): void {
  if (isNumber(field)) draft.numbers.push({ kind: kinds[field], number: cell });
  else if (field === 'numberLabel') draft.label = cell;
  else if (field === 'labelledNumber') {
    draft.numbers.push(...several(cell).map((number) => ({ kind: numberKind(draft.label), number })));
  } else if (field === 'email') draft.emails.push(...(/value/i.test(header) ? several(cell) : [cell]));
  else if (field === 'noteLine') draft.notes.push(header === '' ? cell : `${header}: ${cell}`);
  else if (field === 'note') draft.notes.unshift(cell);
  else if (field === 'favourite') draft.card.isFavourite = /^(1|true|yes|ja|oui|x|wahr|vrai)$/i.test(cell);
  else if (field === 'labels') draft.card.isFavourite ||= /(^|:\s|[,;]\s*)\*\s*starred\b/i.test(cell);
  else if (field === 'picture') draft.picture = cell;
  else if (field === 'others') draft.card.others = cell.split(/\r\n?|\n/);
  else if (field === 'fullName') draft.card.shownAs = cell;
  else if (field !== 'ignore') putText(draft.card, field, cell);
}

/** The first of several columns that mean one thing wins: a business address before the private one. */
function putText(
  card: Draft['card'],
  field: Exclude<keyof Card, 'shownAs' | 'numbers' | 'emails' | 'note' | 'isFavourite' | 'others'> &
    ColumnField,
  cell: string,
): void {
  if (card[field] === '') card[field] = cell;
}

/** Google puts several values of one label into one cell. */
function several(cell: string): string[] {
  return cell.split(/\s*:::\s*/).filter(Boolean);
}

function pictureOf(cell: string, place: number, name: string): Pick<ReadCard, 'picture' | 'skipped'> {
  const base64 = /^data:[\w/+.-]*;base64,(.*)$/s.exec(cell)?.[1];
  if (base64 === undefined) return { picture: null, skipped: [] };
  const picture = readPicture(base64);
  if (typeof picture === 'object') return { picture, skipped: [] };
  const skipped: Skipped = { place, name, why: picture };
  return { picture: null, skipped: [skipped] };
}
