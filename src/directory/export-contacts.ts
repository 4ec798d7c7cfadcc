import type { Card, Contact, ContactId, Picture } from '../core/directory/contact';
import { csvHeaders, csvLines, toRow } from '../core/directory/files/write-csv';
import { writeVcard } from '../core/directory/files/write-vcard';
import { readContacts, readOrder } from '../store/directory';
import { readPicture } from '../store/pictures';

const atOnce = 500;

type Person = { readonly card: Card; readonly picture: Picture | null };

/** All contacts in the order of the list, as one file. */
export async function exportContacts(format: 'csv' | 'vcard'): Promise<Blob> {
  const order = [...(await readOrder())];
  return format === 'vcard' ? exportVcards(order) : exportCsv(order);
}

async function exportVcards(order: readonly ContactId[]): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const people of read(order)) {
    parts.push(new Blob(people.map(({ card, picture }) => writeVcard(card, picture))));
  }
  return new Blob(parts, { type: 'text/vcard' });
}

/** Twice through all of them: which columns there are is known only at the end of the first time. */
async function exportCsv(order: readonly ContactId[]): Promise<Blob> {
  let headers: readonly string[] = csvHeaders([]);
  for await (const people of read(order)) {
    const used = new Set([
      ...headers,
      ...csvHeaders(people.map(({ card, picture }) => toRow(card, picture))),
    ]);
    headers = csvHeaders([Object.fromEntries([...used].map((header) => [header, '1']))]);
  }
  const parts: Blob[] = [new Blob([`\ufeff${headers.join(',')}\r\n`])];
  for await (const people of read(order)) {
    parts.push(
      new Blob([
        csvLines(
          headers,
          people.map(({ card, picture }) => toRow(card, picture)),
        ),
      ]),
    );
  }
  return new Blob(parts, { type: 'text/csv' });
}

async function* read(order: readonly ContactId[]): AsyncGenerator<readonly Person[]> {
  for (let from = 0; from < order.length; from += atOnce) {
    const contacts = await readContacts(order.slice(from, from + atOnce));
    yield await Promise.all(
      contacts.map(async (contact) => ({ card: contact, picture: await pictureOf(contact) })),
    );
  }
}

async function pictureOf({ pictureId }: Contact): Promise<Picture | null> {
  const blob = pictureId === null ? null : await readPicture(pictureId);
  return blob && { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
