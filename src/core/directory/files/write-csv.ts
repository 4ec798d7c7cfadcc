import Papa from 'papaparse';
import type { Card, NumberKind, Picture } from '../contact';
import { neutralise } from './neutral-cell';
import { toBase64 } from './picture';

type Row = Readonly<Record<string, string>>;

// The accounts portal's columns, in its order, and then what it does not know.
const portal =
  'email firstname lastname middlename workphone homephone cellphone language address city region postal country'.split(
    ' ',
  );
const ours = 'company sip otherphone prefix suffix displayname note favourite picture vcard'.split(' ');
const headersOfKinds: Readonly<Record<NumberKind, string>> = {
  work: 'workphone',
  mobile: 'cellphone',
  home: 'homephone',
  sip: 'sip',
  other: 'otherphone',
};

/** One contact as a row, each cell under the name of its column; second numbers of a kind are "workphone2" and so on. */
export function toRow(card: Card, picture: Picture | null): Row {
  const row: Record<string, string> = {
    firstname: card.firstName,
    lastname: card.lastName,
    middlename: card.middleName,
    language: card.language,
    address: card.street,
    city: card.city,
    region: card.region,
    postal: card.postal,
    country: card.country,
    company: card.company,
    prefix: card.prefix,
    suffix: card.suffix,
    displayname: card.shownAs,
    note: card.note,
    favourite: card.isFavourite ? '1' : '',
    picture: picture ? `data:${picture.type};base64,${toBase64(picture.bytes)}` : '',
    vcard: card.others.join('\n'),
  };
  const put = (header: string, cell: string) => {
    let name = header;
    for (let at = 2; row[name] !== undefined; at++) name = header + at;
    row[name] = cell;
  };
  for (const email of card.emails) put('email', email);
  for (const { kind, number } of card.numbers) put(headersOfKinds[kind], number);
  return row;
}

/** The columns that the rows need: the portal's always, the others where there is something in them. */
export function csvHeaders(rows: Iterable<Row>): readonly string[] {
  const used = new Set<string>(portal);
  for (const row of rows) for (const [header, cell] of Object.entries(row)) if (cell !== '') used.add(header);
  const known = [...portal, ...ours];
  const rank = (header: string) => known.indexOf(header.replace(/\d+$/, ''));
  return [...used].sort((one, other) => rank(one) - rank(other) || byCount(one, other));
}

const byCount = (one: string, other: string) =>
  Number(/\d*$/.exec(one)?.[0] ?? 0) - Number(/\d*$/.exec(other)?.[0] ?? 0);

/** The lines of a CSV file for these rows, without the line of names where `headers` were written before. */
export function csvLines(headers: readonly string[], rows: readonly Row[]): string {
  const cells = rows.map((row) => headers.map((header) => neutralise(row[header] ?? '')));
  return cells.length === 0 ? '' : `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** A whole CSV file. The mark in front tells spreadsheets that it is UTF-8. */
export function writeCsv(contacts: readonly { card: Card; picture: Picture | null }[]): string {
  const rows = contacts.map(({ card, picture }) => toRow(card, picture));
  const headers = csvHeaders(rows);
  return `\ufeff${headers.join(',')}\r\n${csvLines(headers, rows)}`;
}
