import type { Bus } from '../bus/bus';
import { isLive } from '../core/call';
import {
  type PageReply,
  pageApiVersion,
  pageFault,
  pageResult,
  readPageRequest,
} from '../core/page-api/page-api';
import { spacesHost } from '../core/page-numbers/click-to-call';
import { log } from '../platform/log';
import { readItem, writeItems } from '../platform/storage';
import { askPerson } from './call-request';
import { readClickToCall } from './click-settings';
import { dial, dialled } from './dial';

const SPITE_MS = 30_000;
const spacesOrigin = `https://${spacesHost}`;

/** Pages of Spaces, to which the manifest opens this door (`externally_connectable`). */
export function watchPageRequests(bus: Bus): void {
  chrome.runtime.onMessageExternal.addListener((message: unknown, sender, reply) => {
    // Another extension has an id; a page has none.
    if (sender.id !== undefined || sender.origin !== spacesOrigin) return false;
    void answerPageRequest(bus, sender.origin, message).then(reply);
    return true;
  });
}

/** Answers a message of the page API. The origin is what Chrome says, never what the page does. */
export async function answerPageRequest(bus: Bus, origin: string, message: unknown): Promise<PageReply> {
  const { inForce, policy } = await readClickToCall();
  const mayAsk = origin === spacesOrigin || policy.apiOrigins.includes(origin);
  const isExcluded = inForce.excluded.some((host) => `.${new URL(origin).hostname}`.endsWith(`.${host}`));
  if (!mayAsk || isExcluded) return pageFault('not-allowed');
  const reading = readPageRequest(message);
  if (!reading.ok) return pageFault(reading.error);
  if (reading.request.method === 'offhook.status') return statusNow();
  return requestCall(bus, {
    origin,
    number: reading.request.number,
    isTrusted: policy.trustedOrigins.includes(origin),
  });
}

async function statusNow(): Promise<PageReply> {
  const snapshot = await readItem('session', 'snapshot');
  const isBusy = snapshot?.calls.some(isLive) ?? false;
  const isReady = snapshot?.registration.state === 'registered';
  return pageResult({ version: pageApiVersion, state: isBusy ? 'busy' : isReady ? 'ready' : 'unavailable' });
}

type CallWish = { origin: string; number: string; isTrusted: boolean };

async function requestCall(bus: Bus, { origin, number, isTrusted }: CallWish): Promise<PageReply> {
  if ((await dialled(number)).sent === '') return pageFault('bad-number');
  if (isTrusted) {
    const { ok } = await dial(bus, { typed: number });
    return ok ? pageResult({ outcome: 'calling' }) : pageFault('failed');
  }
  const [open, declined] = await Promise.all([
    readItem('session', 'callRequest'),
    readItem('session', 'declinedPages'),
  ]);
  const declinedAt = declined?.[origin] ?? Number.NEGATIVE_INFINITY;
  if (open || Date.now() - declinedAt < SPITE_MS) return pageFault('busy');
  log.info('page asks for a call', { origin });
  const answer = await askPerson({ kind: 'page', origin, typed: number });
  if (!answer || answer.by === null) {
    await writeItems('session', { declinedPages: { ...declined, [origin]: Date.now() } });
    return pageResult({ outcome: 'declined' });
  }
  return answer.ok ? pageResult({ outcome: 'calling' }) : pageFault('failed');
}
