import { type Card, emptyCard } from '../contact';
import { isNamed, tidyCard } from '../tidy-card';
import { type CardDraft, putProperty } from './card-property';
import { cutCards, type Property, type RawCard, readProperty, unfold } from './content-lines';
import type { Encoding } from './decode-file';
import { fileLimits, type ReadCard, type SkipReason } from './file-report';

// vCard has our own reader, because none of those on npm reads what address books write: ical.js refuses version 2.1, and a whole file for one
// bad line; vcf leaves quoted-printable and charsets as they are.

/** Whether a text is a file of cards, whatever its name says. */
export function isVcard(text: string): boolean {
  return /^\s*(?:[\w-]+\.)?BEGIN:\s*VCARD\s*$/im.test(text.slice(0, 65_536));
}

/** Reads cards of version 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), one after another, so that a page can do other things between. */
export function* readVcards(text: string, encoding: Encoding): Generator<ReadCard> {
  for (const raw of cutCards(text)) yield readCard(raw, encoding);
}

function readCard({ place, lines, isWhole }: RawCard, encoding: Encoding): ReadCard {
  const version = versionOf(lines);
  const draft: CardDraft = {
    card: { ...emptyCard },
    numbers: [],
    emails: [],
    notes: [],
    others: [],
    labels: new Map(),
    picture: null,
    skipped: new Set(),
  };
  const properties = unfold(lines, version).flatMap((line) => readLine(draft, line));
  for (const { group, name, value } of properties) {
    if (name === 'X-ABLABEL') draft.labels.set(group, value.replace(/^_\$!<|>!\$_$/g, ''));
  }
  for (const property of properties) putProperty(draft, property, { version, encoding });
  return toReadCard(draft, place, isWhole);
}

function readLine(draft: CardDraft, line: string): Property[] {
  const isPicture = /^(?:[\w-]+\.)?PHOTO[;:]/i.test(line);
  if (line.length > fileLimits.line * (isPicture ? 2 : 1)) {
    draft.skipped.add(isPicture ? 'picture-too-large' : 'too-long');
    return [];
  }
  const property = readProperty(line);
  if (!property) draft.skipped.add('line-not-understood');
  return property ? [property] : [];
}

function versionOf(lines: readonly string[]): string {
  const line = lines.find((one) => /^VERSION[;:]/i.test(one)) ?? '';
  return /:\s*([\d.]+)/.exec(line)?.[1] ?? '3.0';
}

function toReadCard(draft: CardDraft, place: number, isWhole: boolean): ReadCard {
  const { numbers, emails, notes, others, picture } = draft;
  const card: Card = tidyCard({ ...draft.card, numbers, emails, others, note: notes.join('\n') });
  const name = card.shownAs || [card.firstName, card.lastName].filter(Boolean).join(' ') || card.company;
  const skip = (why: SkipReason) => ({ place, name, why });
  // A card that has no end was cut off, and half a number is worse than none.
  if (!isWhole) return { place, card: null, picture: null, skipped: [skip('unfinished-card')] };
  if (!isNamed(card)) return { place, card: null, picture: null, skipped: [skip('nothing-in-it')] };
  return { place, card, picture, skipped: [...draft.skipped].map(skip) };
}
