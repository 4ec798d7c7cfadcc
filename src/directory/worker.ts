import { fileLimits, type Refusal } from '../core/directory/files/file-report';
import { type OpenFile, openFile, readPeople } from '../core/directory/files/open-file';
import { makeDuplicateFinder } from '../core/directory/merge';
import { makeNumbering, type Numbering } from '../core/directory/numbering';
import { changeContacts, undoChange } from '../store/change-contacts';
import { everyContact } from '../store/contact-pages';
import { openDatabase } from '../store/database';
import { readDirectoryState, readOrder } from '../store/directory';
import { importContacts } from '../store/import-contacts';
import { refreshIndex } from '../store/make-anew';
import { exportContacts } from './export-contacts';
import type { Opened, Preview, Work, WorkName, WorkProgress, WorkReply, WorkRequest } from './work';

const shownRows = 5;
let opened: OpenFile | undefined;

type Doing = { numbering: Numbering; now: number; tell: (progress: WorkProgress) => void };
type Workers = {
  [N in WorkName]: (wish: Parameters<Work[N]>[0], doing: Doing) => Promise<ReturnType<Work[N]>>;
};

const work: Workers = {
  open: async ({ file, dialect }) => {
    opened = undefined;
    const found = await read(file, dialect);
    if (!found.ok) return found;
    opened = found;
    return describe(found);
  },
  preview: async ({ columns }) => firstPeople(needOpened(), columns ?? undefined),
  import: async ({ columns }, { numbering, now, tell }) => {
    const file = needOpened();
    const total = countPeople(file);
    return importContacts(readPeople(file, columns ?? undefined), {
      numbering,
      now,
      total,
      onProgress: (done) => tell({ step: 'people', done, total }),
      onIndexing: (done, pages) => tell({ step: 'index', done, total: pages }),
    });
  },
  export: ({ format }) => exportContacts(format),
  duplicates: async (_, { numbering }) => {
    const finder = makeDuplicateFinder(numbering);
    const visible = new Set(await readOrder());
    const { nextId } = await readDirectoryState();
    for await (const { contacts } of everyContact(await openDatabase(), nextId)) {
      for (const contact of contacts) if (visible.has(contact.id)) finder.add(contact);
    }
    return finder.groups();
  },
  removeAll: async (_, { numbering, now }) =>
    changeContacts({ kind: 'remove', remove: [...(await readOrder())] }, numbering, now),
  undo: ({ undoId }, { numbering }) => undoChange(undoId, numbering),
  refresh: async (_, { numbering }) => {
    await refreshIndex(numbering);
    return null;
  },
};

async function read(file: Blob, dialect: Parameters<typeof openFile>[1]): Promise<OpenFile | Refusal> {
  // Not even read, so that it cannot fill the memory.
  if (file.size > fileLimits.bytes) return { ok: false, why: 'too-large' };
  try {
    return openFile(new Uint8Array(await file.arrayBuffer()), dialect);
  } catch {
    return { ok: false, why: 'not-readable' };
  }
}

function describe(file: OpenFile): Opened {
  const people = countPeople(file);
  if (file.kind === 'vcard') return { ok: true, kind: 'vcard', people };
  const { dialect, table } = file;
  const sample = table.rows.slice(0, shownRows).map((row) => [...row]);
  return { ok: true, kind: 'csv', people, dialect, columns: table.columns, sample };
}

function countPeople(file: OpenFile): number {
  if (file.kind === 'csv') return file.table.rows.length;
  return file.text.match(/^\s*BEGIN:\s*VCARD/gim)?.length ?? 0;
}

function firstPeople(file: OpenFile, columns: Parameters<typeof readPeople>[1]): Preview {
  const cards: Preview['cards'][number][] = [];
  const skipped: Preview['skipped'][number][] = [];
  for (const person of readPeople(file, columns)) {
    if (person.card) cards.push(person.card);
    skipped.push(...person.skipped);
    if (cards.length >= shownRows || person.place > 200) break;
  }
  return { cards, skipped };
}

function needOpened(): OpenFile {
  if (!opened) throw new Error('no file is open');
  return opened;
}

addEventListener('message', async ({ data }: MessageEvent<WorkRequest>) => {
  const { id, name, wish, rules, now } = data;
  const reply = (message: WorkReply) => postMessage(message);
  const tell = (progress: WorkProgress) => reply({ id, progress });
  try {
    const doing = { numbering: makeNumbering(rules), now, tell };
    reply({ id, ok: true, value: await work[name](wish as never, doing) });
  } catch (error) {
    reply({ id, ok: false, error: String(error) });
  }
});
