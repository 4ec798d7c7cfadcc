import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { connectBus } from '../bus/bus';
import { makeSignedInWorker } from './make-worker';

const call = { offhook: 1, method: 'offhook.call', params: { number: '(212) 555-0123' } };
const crm = 'https://crm.example.com';

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

/** The phone of these tests takes every call, and is busy; a page may know that no call came of it. */
const placedBy = ({ told }: { told: readonly string[] }) =>
  told.filter((line) => line.startsWith('call.place'));

/** A worker with somebody signed in under this policy, asked by the pages of an origin. */
async function makeAsked(policy: Record<string, unknown>) {
  const world = await makeSignedInWorker();
  await world.fake.storage.managed.set(policy);
  const { answerPageRequest } = await import('./page-requests');
  const bus = connectBus(world.fake.messages.runtimeOf('background.js'));
  return { ...world, ask: (message: unknown, origin = crm) => answerPageRequest(bus, origin, message) };
}

it('lets no site ask that the policy does not list, nor one that is excluded', async () => {
  const { ask, phone } = await makeAsked({ PageApiSites: ['https://other.example.com'] });
  expect(await ask(call)).toEqual({ offhook: 1, ok: false, error: 'not-allowed' });
  const excluded = await makeAsked({ PageApiSites: [crm], ClickToCallExcludedSites: ['example.com'] });
  expect(await excluded.ask(call)).toEqual({ offhook: 1, ok: false, error: 'not-allowed' });
  expect(placedBy(phone)).toEqual([]);
});

it('calls at once for a site that the policy trusts', async () => {
  const { ask, phone, fake } = await makeAsked({ PageApiTrustedSites: [crm] });
  expect(await ask(call)).toEqual({ offhook: 1, ok: false, error: 'failed' });
  expect(placedBy(phone)).toHaveLength(1);
  expect(fake.screen.windows).toEqual([]);
});

it('asks the person for any other, with its origin, and calls when the answer is yes', async () => {
  const { ask, phone, fake, page } = await makeAsked({ PageApiSites: [crm] });
  const answered = ask(call);
  await vi.waitFor(() => expect(fake.screen.windows).toHaveLength(1));
  expect(fake.storage.session.kept.callRequest).toMatchObject({
    kind: 'page',
    origin: crm,
    typed: '(212) 555-0123',
  });
  expect(placedBy(phone)).toEqual([]);
  expect(await ask(call)).toEqual({ offhook: 1, ok: false, error: 'busy' });
  const [id] = Object.values(fake.storage.session.kept.callRequest ?? {}).filter((value) =>
    /^[\da-f-]{36}$/.test(value),
  );
  await page.send('callRequest.answer', { id, by: 'offhook', remember: false });
  expect(await answered).toEqual({ offhook: 1, ok: false, error: 'failed' });
  expect(placedBy(phone)).toHaveLength(1);
  // No answer counts twice.
  expect(await page.send('callRequest.answer', { id, by: 'offhook', remember: false })).toEqual({
    ok: false,
  });
});
