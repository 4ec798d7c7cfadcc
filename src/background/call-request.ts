import type { CallRequestAnswer } from '../bus/protocol';
import type { CallRequest } from '../core/page-numbers/call-request';
import { browser } from '../platform/browser';
import { readItem, removeItems, writeItems } from '../platform/storage';
import { showOwnWindow } from './own-window';

const requestWindow = { page: 'src/call-request/index.html', width: 400, height: 340 };

/** Who waits for the person's answer; gone with the worker, which the answer outlives. */
const waiting = new Map<string, (answer: CallRequestAnswer | null) => void>();

/** Opens our own window with the question, in place of one that is open. The answer is null when the window is closed without one. */
export async function askPerson(question: Omit<CallRequest, 'id'>): Promise<CallRequestAnswer | null> {
  const earlier = await readItem('session', 'callRequest');
  if (earlier) settleRequest(earlier.id, null);
  const request = { ...question, id: crypto.randomUUID() };
  await writeItems('session', { callRequest: request });
  const answered = new Promise<CallRequestAnswer | null>((resolve) => waiting.set(request.id, resolve));
  await showOwnWindow(requestWindow);
  return answered;
}

/** Takes the request that an answer is for; null when there is none any more, so that no answer counts twice. */
export async function takeRequest(id: string): Promise<CallRequest | null> {
  const request = await readItem('session', 'callRequest');
  if (request?.id !== id) return null;
  await removeItems('session', ['callRequest']);
  return request;
}

export function settleRequest(id: string, answer: CallRequestAnswer | null): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

/** Closing the window is an answer too. */
export function watchRequestWindow(): void {
  browser.windows.onRemoved.addListener(async () => {
    const request = await readItem('session', 'callRequest');
    if (!request) return;
    const open = await browser.tabs.query({ url: browser.runtime.getURL(requestWindow.page) });
    if (open.length > 0) return;
    await removeItems('session', ['callRequest']);
    settleRequest(request.id, null);
  });
}
