import type { Presence } from './presence';
import { readXml, type XmlElement } from './read-xml';

/** The activities of RFC 4480 §3.2 that say something about being called, and those of servers that know more. */
const activities: Readonly<Record<string, Presence>> = {
  'on-the-phone': 'on-a-call',
  'on-a-call': 'on-a-call',
  busy: 'busy',
  appointment: 'busy',
  meeting: 'busy',
  presentation: 'busy',
  performance: 'busy',
  dnd: 'do-not-disturb',
  'do-not-disturb': 'do-not-disturb',
  donotdisturb: 'do-not-disturb',
  away: 'away',
  breakfast: 'away',
  dinner: 'away',
  holiday: 'away',
  meal: 'away',
  'permanent-absence': 'away',
  sleeping: 'away',
  travel: 'away',
  vacation: 'away',
};

/** What servers say in words instead, Asterisk for one: only these as they stand, for notes are also written by people. */
const notes: Readonly<Record<string, Presence>> = {
  'on the phone': 'on-a-call',
  'on a call': 'on-a-call',
  'in a call': 'on-a-call',
  'do not disturb': 'do-not-disturb',
  dnd: 'do-not-disturb',
  busy: 'busy',
  away: 'away',
};

// Of several things said the first of these is shown.
const order: readonly Presence[] = ['do-not-disturb', 'on-a-call', 'busy', 'away'];

/**
 * The presence in a document of type application/pidf+xml (RFC 3863) with or without RPID in it (RFC 4480). Null when it says nothing, or
 * is none; it never throws. One of several devices that is open is enough to be called at.
 */
export function readPidf(document: string): Presence | null {
  const root = readXml(document);
  if (root?.name !== 'presence') return null;
  const basics = inside(root, 'tuple')
    .flatMap((tuple) => inside(tuple, 'status'))
    .flatMap((status) => inside(status, 'basic'))
    .map(({ text }) => text.trim().toLowerCase());
  const isOpen = basics.includes('open');
  if (!isOpen && basics.includes('closed')) return 'offline';
  const said = everyElement(root).flatMap(saidBy);
  return order.find((presence) => said.includes(presence)) ?? (isOpen ? 'available' : null);
}

function saidBy({ name, text, children }: XmlElement): Presence[] {
  if (name === 'activities') return children.flatMap((child) => lookUp(activities, child.name));
  // An activity that has no name of its own is said in words too.
  const isWords = name === 'note' || name === 'other';
  return isWords
    ? lookUp(
        notes,
        text
          .trim()
          .toLowerCase()
          .replace(/[\s_-]+/g, ' '),
      )
    : [];
}

function lookUp(table: Readonly<Record<string, Presence>>, word: string): Presence[] {
  const found = Object.hasOwn(table, word) ? table[word] : undefined;
  return found ? [found] : [];
}

const inside = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name);

function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(everyElement)];
}
