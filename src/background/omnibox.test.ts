import '../store/fake-locks';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { madeUpCard } from '../core/directory/made-up-contacts';
import { makeNumbering } from '../core/directory/numbering';
import { makeWorker } from './make-worker';

type Suggested = { content: string; description: string };

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

/** What the address bar suggests for what is typed behind "call". */
async function makeAddressBar(): Promise<(typed: string) => Promise<readonly Suggested[]>> {
  const { fake } = await makeWorker();
  return (typed) =>
    new Promise((resolve) =>
      fake.omnibox.onInputChanged.emit(typed, (found) => resolve(found as readonly Suggested[])),
    );
}

async function add(lastName: string, number: string): Promise<void> {
  const { changeContacts } = await import('../store/change-contacts');
  const card = {
    ...madeUpCard(0),
    firstName: 'Dana',
    lastName,
    shownAs: '',
    emails: [],
    numbers: [{ kind: 'work' as const, number }],
  };
  await changeContacts({ kind: 'add', add: [{ card, picture: null }] }, makeNumbering(null), 1_000);
}

it('suggests people of the directory by the beginnings of their names and by their numbers', async () => {
  const typing = await makeAddressBar();
  await add('Çelik & Son', '+1 303 555 0142');
  const line = [
    { content: '+1 303 555 0142', description: expect.stringContaining('elik &#38; Son · +1 303 555 0142') },
  ];
  expect(await typing('celik')).toEqual(line);
  expect(await typing('3035550142')).toEqual(line);
  expect(await typing('nobody')).toEqual([]);
});
