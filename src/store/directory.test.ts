import './fake-locks';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_DIAL_RULES } from '../core/dial/rules';
import type { Contact } from '../core/directory/contact';
import type { ReadCard } from '../core/directory/files/file-report';
import { madeUpCard } from '../core/directory/made-up-contacts';
import { mergeContacts } from '../core/directory/merge';
import { makeNumbering } from '../core/directory/numbering';
import { parseQuery } from '../core/directory/query';
import { matchDistance } from '../core/directory/rank';
import { termsOf } from '../core/directory/terms';
import { type Change, changeContacts, undoChange } from './change-contacts';
import { openDatabase } from './database';
import { deleteDatabase } from './delete-database';
import { readContacts, readDirectoryState, readFavourites, readOrder } from './directory';
import { emptyState } from './directory-state';
import { findCaller } from './find-caller';
import { importContacts } from './import-contacts';
import { refreshIndex } from './make-anew';
import { readPicture } from './pictures';
import { searchContacts } from './search-contacts';

const numbering = makeNumbering(null);
const people = (count: number, from = 0): ReadCard[] =>
  Array.from({ length: count }, (_, at) => ({
    place: at + 2,
    card: madeUpCard(from + at),
    picture: null,
    skipped: [],
  }));
const doImport = (all: Iterable<ReadCard>) => importContacts(all, { numbering, now: 1_000, total: 0 });
const change = async (one: Change) => {
  const changed = await changeContacts(one, numbering, 1_000);
  if (!changed.ok) throw new Error(changed.why);
  return changed;
};
const add = (...cards: Partial<Contact>[]) =>
  change({
    kind: 'add',
    add: cards.map((card) => ({
      card: { ...madeUpCard(0), numbers: [], emails: [], ...card },
      picture: null,
    })),
  });
const names = async () => (await readContacts([...(await readOrder())])).map(({ lastName }) => lastName);
const search = async (typed: string, limit = 8) => {
  const query = parseQuery(typed);
  if (!query) return [];
  const matches = (contact: Contact) => matchDistance(termsOf(contact, numbering.toE164), query) !== null;
  return searchContacts(query, limit, matches);
};
const caller = async (number: string) => (await findCaller(number, numbering))?.id ?? null;

beforeEach(deleteDatabase);

describe('a picture', () => {
  const picture = (said: string) => ({ type: 'image/webp', bytes: new TextEncoder().encode(said) });
  const shown = async (id: number) => {
    const [contact] = await readContacts([id]);
    const kept = contact?.pictureId == null ? null : await readPicture(contact.pictureId);
    return kept && (await kept.text());
  };
  const setPicture = async (id: number, said: string | null, now = 1) => {
    const put = await readContacts([id]);
    const pictures = new Map([[id, said === null ? null : picture(said)]]);
    const changed = await changeContacts({ kind: 'edit', put, pictures }, numbering, now);
    return changed.ok ? changed.undoId : 0;
  };

  it('is given, changed and taken away, and each is taken back', async () => {
    const { ids } = await add({ lastName: 'Adler' });
    const id = ids[0] ?? 0;
    await setPicture(id, 'one');
    const second = await setPicture(id, 'two');
    expect(await shown(id)).toBe('two');
    await undoChange(second, numbering);
    expect(await shown(id)).toBe('one');
    const taken = await setPicture(id, null);
    expect(await shown(id)).toBeNull();
    await undoChange(taken, numbering);
    expect(await shown(id)).toBe('one');
  });

  it('that nobody can bring back any more leaves the disk, and one that was handed on by a merge does not', async () => {
    const { ids } = await add({ lastName: 'Adler' }, { lastName: 'Adler' });
    const [first = 0, other = 0] = ids;
    await setPicture(other, 'old');
    await setPicture(other, 'new');
    const [one, two] = await readContacts([first, other]);
    if (!one || !two) throw new Error('they are gone');
    await change({ kind: 'merge', put: [mergeContacts(one, [two])], remove: [other] });
    await setPicture((await add({ lastName: 'Zuse' })).ids[0] ?? 0, null, 90_000_000);
    expect(await shown(first)).toBe('new');
    expect(await (await openDatabase()).count('pictures')).toBe(1);
  });
});

describe('contacts', () => {
  it('are added, changed and removed, sorted by name at once', async () => {
    const { ids } = await add({ lastName: 'Çelik' }, { lastName: 'Adler' }, { lastName: 'Özil' });
    expect(await names()).toEqual(['Adler', 'Çelik', 'Özil']);
    const [celik] = await readContacts([ids[0] ?? 0]);
    if (celik) await change({ kind: 'edit', put: [{ ...celik, lastName: 'Zülfü' }] });
    expect(await names()).toEqual(['Adler', 'Özil', 'Zülfü']);
    await change({ kind: 'remove', remove: [ids[1] ?? 0] });
    expect(await names()).toEqual(['Özil', 'Zülfü']);
    expect((await search('celik')).length).toBe(0);
    expect((await search('zulfu')).length).toBe(1);
  });

  it('come back when their change is undone', async () => {
    const { ids, undoId } = await add({ lastName: 'Adler', numbers: [{ kind: 'work', number: '201' }] });
    const [adler] = await readContacts(ids);
    if (!adler) throw new Error('there is no Adler');
    const edited = await change({ kind: 'edit', put: [{ ...adler, lastName: 'Bauer' }] });
    const removed = await change({ kind: 'remove', remove: ids });
    expect(await caller('201')).toBeNull();
    await undoChange(removed.undoId, numbering);
    expect(await names()).toEqual(['Bauer']);
    expect(await caller('201')).toBe(ids[0]);
    await undoChange(edited.undoId, numbering);
    expect(await names()).toEqual(['Adler']);
    expect((await search('bauer')).length).toBe(0);
    await undoChange(undoId, numbering);
    expect(await names()).toEqual([]);
    expect(await undoChange(undoId, numbering)).toEqual({ ok: false, why: 'too-late' });
  });

  it('are erased, with their picture, a day after they were removed', async () => {
    const picture = { type: 'image/gif', bytes: new Uint8Array([1]) };
    const { ids } = await change({ kind: 'add', add: [{ card: madeUpCard(1), picture }] });
    const [contact] = await readContacts(ids);
    await change({ kind: 'remove', remove: ids });
    expect(await readPicture(contact?.pictureId ?? 0)).not.toBeNull();
    await changeContacts(
      { kind: 'add', add: [{ card: madeUpCard(2), picture: null }] },
      numbering,
      86_500_000,
    );
    expect(await readContacts(ids)).toEqual([]);
    expect(await readPicture(contact?.pictureId ?? 0)).toBeNull();
  });

  it('are favourites in the order in which they became so', async () => {
    const { ids } = await add({ lastName: 'Adler' }, { lastName: 'Bauer' });
    const [adler, bauer] = await readContacts(ids);
    for (const contact of [bauer, adler]) {
      if (contact) await change({ kind: 'edit', put: [{ ...contact, isFavourite: true }] });
    }
    expect((await readFavourites()).map(({ lastName }) => lastName)).toEqual(['Bauer', 'Adler']);
  });

  it('written by two pages at once are all there', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, at) => add({ lastName: `Adler ${at}` })));
    expect(await names()).toHaveLength(5);
    expect((await readDirectoryState()).count).toBe(5);
  });
});

describe('an import', () => {
  it('adds everybody, to be found by name, number and caller', async () => {
    const imported = await doImport(people(3_000));
    expect(imported).toMatchObject({ ok: true, count: 3_000, skipped: [] });
    expect((await readOrder()).length).toBe(3_000);
    expect((await readDirectoryState()).count).toBe(3_000);
    const [found] = await search('contact.2345@ex');
    expect(found?.emails).toEqual(['contact.2345@example.com']);
    expect(await caller('+493711002345')).toBe(found?.id);
    expect((await search('0371 1002345'))[0]?.id).toBe(found?.id);
    expect((await search('m', 50)).length).toBe(50);
  });

  it('is undone as a whole, and leaves nothing', async () => {
    await add({ lastName: 'Adler' });
    const imported = await doImport(people(200));
    if (!imported.ok) throw new Error(imported.why);
    expect(await undoChange(imported.undoId, numbering)).toEqual({ ok: true });
    expect(await names()).toEqual(['Adler']);
    expect(await search('contact')).toEqual([]);
    const pages = await (await openDatabase()).getAll('contacts');
    expect(pages.flat().filter(Boolean)).toHaveLength(1);
  });

  it('skips who is there already, and says so', async () => {
    await doImport(people(40));
    const imported = await doImport(people(50));
    expect(imported).toMatchObject({ ok: true, count: 10 });
    expect(imported.skipped).toHaveLength(40);
    expect(imported.skipped[0]).toMatchObject({ place: 2, why: 'already-there' });
    expect(await doImport(people(50))).toMatchObject({ ok: false, why: 'nothing-new' });
    expect((await readOrder()).length).toBe(50);
  });

  describe('into a directory of almost 200,000', () => {
    const fillUpTo = async (count: number) =>
      (await openDatabase()).put('directory', { ...emptyState, count }, 'state');

    it('of more people than the directory holds adds nobody', async () => {
      await fillUpTo(199_990);
      expect(await doImport(people(11))).toMatchObject({ ok: false, why: 'too-many-contacts' });
      expect(await (await openDatabase()).count('contacts')).toBe(0);
      expect(await doImport(people(10))).toMatchObject({ ok: true, count: 10 });
    });

    it('takes back what it wrote, and reads no further, when they turn out to be too many', async () => {
      await fillUpTo(197_000);
      let read = 0;
      function* endless() {
        for (const [person] = people(1); person; read++)
          yield { ...person, card: { ...madeUpCard(0), lastName: `${read}` } };
      }
      expect(await doImport(endless())).toMatchObject({ ok: false, why: 'too-many-contacts' });
      expect(read).toBeLessThan(6_000);
      expect(await (await openDatabase()).count('contacts')).toBe(0);
    });
  });

  it('keeps pictures', async () => {
    const picture = { type: 'image/gif', bytes: new Uint8Array([1, 2, 3]) };
    await doImport(people(2).map((person) => ({ ...person, picture })));
    const [contact] = await search('contact.1');
    const blob = await readPicture(contact?.pictureId ?? 0);
    expect(blob?.size).toBe(3);
  });

  it.each(['contacts', 'terms', 'order'])(
    'that finds the disk full when it writes %s changes nothing',
    async (full) => {
      await add({ lastName: 'Adler', numbers: [{ kind: 'work', number: '201' }] });
      const real = IDBObjectStore.prototype.put;
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...args: Parameters<IDBObjectStore['put']>
      ) {
        if (this.name === full) throw new DOMException('full', 'QuotaExceededError');
        return real.apply(this, args);
      });
      const imported = await doImport(people(100));
      put.mockRestore();
      expect(imported).toMatchObject({ ok: false, why: 'storage-full' });
      expect(await names()).toEqual(['Adler']);
      expect(await caller('201')).not.toBeNull();
      expect(await search('contact')).toEqual([]);
      expect(await doImport(people(100))).toMatchObject({ ok: true, count: 100 });
      expect((await search('contact.7@'))[0]?.emails).toEqual(['contact.7@example.com']);
    },
  );

  it('that was cut off by the end of its page leaves nothing to be seen, and the next one is complete', async () => {
    const database = await openDatabase();
    const cutOff = function* (): Generator<ReadCard> {
      yield* people(5_000);
      vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
        throw new Error('nobody is there to clear up');
      });
      throw new Error('the page is gone');
    };
    await expect(doImport(cutOff())).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await database.count('contacts')).toBeGreaterThan(100);
    expect((await readOrder()).length).toBe(0);
    expect(await search('contact')).toEqual([]);
    expect(await caller('+493711000123')).toBeNull();
    expect(await doImport(people(10))).toMatchObject({ ok: true, count: 10 });
    expect(await database.count('contacts')).toBe(1);
  });

  it('of a great many is removed again, and comes back', async () => {
    await doImport(people(500));
    const order = [...(await readOrder())];
    const removed = await change({ kind: 'remove', remove: order.slice(1) });
    expect((await readOrder()).length).toBe(1);
    await undoChange(removed.undoId, numbering);
    expect([...(await readOrder())]).toEqual(order);
    expect(await search('contact.77@')).toHaveLength(1);
  });
});

describe('the search', () => {
  it('finds names before companies before addresses, and whole words before beginnings', async () => {
    await add(
      { lastName: 'Contoso', company: '' },
      { company: 'Contoso' },
      { lastName: 'Contosoni', company: '' },
    );
    const found = await search('contoso');
    expect(found.map(({ lastName, company }) => lastName + company)).toEqual([
      'Contoso',
      'Contosoni',
      expect.stringMatching(/Contoso$/),
    ]);
  });

  it('finds two beginnings that thousands have, each alone', async () => {
    await doImport(people(6_000));
    const found = await search('a m', 5);
    expect(found).toHaveLength(5);
    const all = await search('ann contact.5977', 5);
    expect(all.every(({ emails }) => emails[0]?.startsWith('contact.5977'))).toBe(true);
  });

  it('finds what changed since the index was made, and the same after it is made anew', async () => {
    await doImport(people(300));
    const [contact] = await search('contact.123@');
    if (!contact) throw new Error('nobody found');
    await change({
      kind: 'edit',
      put: [{ ...contact, lastName: 'Quixote', numbers: [{ kind: 'work', number: '555' }] }],
    });
    for (const other of [numbering, makeNumbering({ ...EMPTY_DIAL_RULES, countryCode: '49' })]) {
      await refreshIndex(other);
      expect((await search('quix')).map(({ id }) => id)).toEqual([contact.id]);
      expect(await caller('555')).toBe(contact.id);
      expect(await caller('+493711000123')).toBeNull();
      expect(await caller('+493711000124')).not.toBeNull();
    }
  });

  it('is not slowed down by, and does not find, what was removed', async () => {
    await doImport(people(100));
    await change({ kind: 'remove', remove: (await search('contact', 30)).map(({ id }) => id) });
    expect(await search('contact', 100)).toHaveLength(70);
  });
});
