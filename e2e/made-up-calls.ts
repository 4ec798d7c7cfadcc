import type { Page } from '@playwright/test';
import type { CallRecord } from '../src/core/call-record';
import { makeCallRecord } from '../src/core/make-call-record';

const outcomes = ['answered', 'missed', 'answered', 'busy', 'answered', 'failed'] as const;
const names = ['Bob Brown', 'Carol Cole', 'Dora Dean', 'Łukasz Müller', '', 'Zoë Zander'];
const quality = { lossPercent: 0.3, jitterMs: 4, roundTripMs: 38, codec: 'opus', mos: 4.3 };

/** A log as busy people have it: `count` calls of a year with a few hundred others, the newest a minute before `now`. */
export function makeUpCalls(count: number, now: number): CallRecord[] {
  return Array.from({ length: count }, (_, at) =>
    makeUpCall(at, now - 60_000 - Math.floor((at * 364 * 86_400_000) / count)),
  );
}

function makeUpCall(at: number, startedAt: number): CallRecord {
  const who = Math.floor(((at * 0.6180339887) % 1) * 400) % (1 + (at % 400));
  const outcome = outcomes[at % outcomes.length] ?? 'answered';
  const isInbound = outcome === 'missed' || at % 3 === 0;
  const wasAnswered = outcome === 'answered';
  const number = isInbound
    ? `+4930555${String(who).padStart(4, '0')}`
    : `030 555-${String(who).padStart(4, '0')}`;
  return makeCallRecord(0, {
    id: `made-up-${at}`,
    direction: isInbound ? 'inbound' : 'outbound',
    typed: number,
    sent: isInbound ? number : `0${number.replace(/\D/g, '')}`,
    displayName: names[who % names.length] ?? '',
    startedAt,
    answeredAt: wasAnswered ? startedAt + 7_000 : null,
    endedAt: startedAt + (wasAnswered ? 7_000 + (at % 600) * 1_000 : 20_000),
    outcome,
    cause: wasAnswered
      ? 'hung-up-there'
      : outcome === 'busy'
        ? 'busy'
        : outcome === 'failed'
          ? 'not-found'
          : 'caller-gave-up',
    ...(outcome === 'failed' && { sipStatus: 404 }),
    gateway: 'gw1.example.com:9443',
    quality: wasAnswered ? quality : null,
    note: at % 50 === 0 ? 'Asked for the offer; call again on Monday.' : '',
  });
}

/** Puts the calls into the log of the extension that this page is of. */
export async function fillCallLog(page: Page, calls: readonly CallRecord[]): Promise<void> {
  for (let at = 0; at < calls.length; at += 10_000) {
    await page.evaluate(putCalls, calls.slice(at, at + 10_000));
  }
}

/** Runs in the page. */
async function putCalls(calls: readonly CallRecord[]): Promise<void> {
  const done = <T extends IDBRequest | IDBTransaction>(it: T) =>
    new Promise<T>((resolve, reject) => {
      it.addEventListener(it instanceof IDBTransaction ? 'complete' : 'success', () => resolve(it));
      it.addEventListener('error', () => reject(it.error));
    });
  const { result: database } = await done(indexedDB.open('offhook'));
  const transaction = database.transaction('calls', 'readwrite');
  for (const call of calls) transaction.objectStore('calls').put(call);
  await done(transaction);
  database.close();
}
