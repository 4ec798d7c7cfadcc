import '../ui/fake-i18n';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCallRecord } from '../core/make-call-record';
import { emptySnapshot } from '../core/snapshot';
import { readCallRecords } from '../store/call-log';
import { addCallRecords } from '../store/change-call-log';
import { openDatabase } from '../store/database';
import { speak } from '../ui/fake-i18n';
import type { Intents } from '../ui/intents';
import { CallLog } from './call-log';
import { beginReading } from './read-log';

const now = new Date(2026, 5, 15, 12).getTime();
const at = (daysAgo: number, hour: number) => new Date(2026, 5, 15 - daysAgo, hour).getTime();
const calls = [
  makeCallRecord(1, { id: 'bob', startedAt: at(0, 11) }),
  makeCallRecord(1, {
    id: 'carol',
    sent: '203',
    displayName: 'Carol',
    startedAt: at(0, 10),
    outcome: 'answered',
    answeredAt: at(0, 10) + 4_000,
    endedAt: at(0, 10) + 64_000,
  }),
  makeCallRecord(1, { id: 'bob again', startedAt: at(0, 9) }),
  makeCallRecord(1, {
    id: 'out',
    direction: 'outbound',
    typed: '600',
    sent: '600',
    displayName: '',
    startedAt: at(1, 9),
    outcome: 'failed',
    cause: 'not-found',
    sipStatus: 404,
  }),
];

const dialled: unknown[] = [];
let seen = 0;
const intents = {
  dial: async (draft: unknown) => {
    dialled.push(draft);
    return { ok: false, why: 'not-registered' };
  },
  missedSeen: () => {
    seen += 1;
  },
} as unknown as Intents;
const state = {
  snapshot: emptySnapshot,
  profile: undefined,
  account: undefined,
  missedCount: 0,
  signOnFailure: undefined,
  ownRules: undefined,
} as never;

beforeEach(async () => {
  speak('en');
  vi.useFakeTimers({ toFake: ['Date'], now });
  vi.stubGlobal('scrollTo', () => undefined);
  Object.assign(browser, { storage: { local: { get: async () => ({}) } } });
  dialled.length = 0;
  seen = 0;
  await (await openDatabase()).clear('calls');
  await addCallRecords(calls);
  await open();
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

async function open(change: object = {}): Promise<void> {
  render(
    <CallLog state={{ ...(state as object), ...change } as never} intents={intents} first={beginReading()} />,
    document.body,
  );
  await vi.waitFor(() => expect(document.querySelector('.count')?.textContent).not.toBe(''));
}

const lines = () =>
  [...document.querySelectorAll('.rows > li')].map(
    (row) => row.querySelector('h2, strong, .outcome-word')?.textContent,
  );
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const about = (name: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('.about')].find((one) => one.textContent?.includes(name));
const shows = (...expected: string[]) => vi.waitFor(() => expect(lines()).toEqual(expected));
const kept = async () => (await readCallRecords({ limit: 99 })).map(({ id }) => id);

describe('the page of the call log', () => {
  it('shows the calls by day and person', async () => {
    await shows('Today', 'Bob(2)', 'Carol', 'Yesterday', '600');
  });

  it('shows the calls of a person one by one when asked to', async () => {
    about('Bob')?.click();
    await shows('Today', 'Bob(2)', 'Missed', 'Missed', 'Carol', 'Yesterday', '600');
    about('Bob')?.click();
    await shows('Today', 'Bob(2)', 'Carol', 'Yesterday', '600');
  });

  it('shows what was missed, or what is searched for', async () => {
    button('Missed')?.click();
    await shows('Today', 'Bob(2)');
    button('All')?.click();
    await shows('Today', 'Bob(2)', 'Carol', 'Yesterday', '600');
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field) field.value = 'caro';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await shows('Today', 'Carol');
    expect(document.querySelector('.count')?.textContent).toBe('Calls: 1');
  });

  it('shows a call that comes while it is open', async () => {
    await addCallRecords([
      makeCallRecord(1, { id: 'dora', sent: '204', displayName: 'Dora', startedAt: now }),
    ]);
    await shows('Today', 'Dora', 'Bob(2)', 'Carol', 'Yesterday', '600');
  });

  it('calls back, and says why when it cannot', async () => {
    button('Call Carol')?.click();
    await vi.waitFor(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toContain('not registered'),
    );
    expect(dialled).toEqual([{ typed: '203', asTyped: false }]);
  });

  it('tells of a call that failed why, with what the telephone system said', async () => {
    about('600')?.click();
    await vi.waitFor(() =>
      expect(document.querySelector('.details')?.textContent).toContain('nobody at this number'),
    );
    expect(document.querySelector('.figures')?.textContent).toContain('SIP\u00a0404');
  });
});

describe('deleting', () => {
  it('takes one person’s calls of the day away, and brings them back', async () => {
    button('Delete these calls with Bob')?.click();
    await shows('Today', 'Carol', 'Yesterday', '600');
    expect(await kept()).toEqual(['carol', 'out']);
    button('Undo')?.click();
    await shows('Today', 'Bob(2)', 'Carol', 'Yesterday', '600');
    expect(await kept()).toHaveLength(4);
  });

  it('takes all calls away, and brings them back', async () => {
    await vi.waitFor(() => expect(button('Delete all calls')?.disabled).toBe(false));
    button('Delete all calls')?.click();
    await vi.waitFor(() => expect(document.querySelector('.empty')?.textContent).toBe('No calls yet'));
    expect(await kept()).toEqual([]);
    button('Undo')?.click();
    await shows('Today', 'Bob(2)', 'Carol', 'Yesterday', '600');
  });
});

describe('a note', () => {
  it('is kept as it is written, and can be found', async () => {
    about('Carol')?.click();
    const field = await vi.waitFor(() => {
      const found = document.querySelector('textarea');
      if (!found) throw new Error('no field');
      return found;
    });
    field.value = 'about the offer';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(
      async () => expect((await readCallRecords({ limit: 9 }))[1]?.note).toBe('about the offer'),
      3_000,
    );
    await vi.waitFor(() => expect(about('Carol')?.textContent).toContain('about the offer'));
  });

  it('that was just written is kept when the person goes on to another call', async () => {
    about('Carol')?.click();
    await vi.waitFor(() => expect(document.querySelector('textarea')).not.toBeNull());
    const field = document.querySelector('textarea');
    if (field) field.value = 'quick';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(document.querySelector('textarea')?.value).toBe('quick'));
    about('600')?.click();
    await vi.waitFor(async () => expect((await readCallRecords({ limit: 9 }))[1]?.note).toBe('quick'));
    await vi.waitFor(() => expect(about('Carol')?.textContent).toContain('quick'));
  });
});

it('missed calls are seen when the page is looked at, and once for each time', async () => {
  expect(seen).toBe(0);
  await open({ missedCount: 2 });
  await vi.waitFor(() => expect(seen).toBe(1));
});
