import '../ui/fake-i18n';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyCard } from '../core/directory/contact';
import { type Presence, presences } from '../core/presence/presence';
import { speak } from '../ui/fake-i18n';
import { Favourites } from './favourites';

const bob = {
  ...emptyCard,
  id: 7,
  pictureId: null,
  firstName: 'Bob',
  isFavourite: true,
  numbers: [{ kind: 'work', number: '202' }] as const,
};

function shown(presence: Presence | null) {
  render(<Favourites contacts={[bob]} presenceOf={() => presence} onCall={() => undefined} />, document.body);
  const button = document.querySelector('button');
  const describedBy = button?.getAttribute('aria-describedby');
  return {
    word: describedBy ? document.getElementById(describedBy)?.textContent : null,
    title: button?.title,
    shape: document.querySelector('.presence svg')?.innerHTML,
  };
}

beforeEach(() => speak('en'));
afterEach(() => render(null, document.body));

it('each presence has a word and a shape of its own', () => {
  const all = presences.map(shown);
  expect(all.map(({ word }) => word)).toEqual([
    'Available',
    'On a call',
    'Busy',
    'Do not disturb',
    'Away',
    'Offline',
  ]);
  expect(all[1]?.title).toBe('Bob · On a call');
  expect(new Set(all.map(({ shape }) => shape)).size).toBe(presences.length);
});

it('of whom nothing is known nothing is said', () => {
  expect(shown(null)).toEqual({ word: null, title: 'Bob', shape: undefined });
});
