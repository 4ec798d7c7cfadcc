import type { Bus } from '../bus/bus';
import { servePages } from '../bus/page-bus';
import type { PageSender } from '../bus/page-protocol';
import { makeCallLimit } from '../core/page-numbers/call-limit';
import { mayFindNumbers } from '../core/page-numbers/click-to-call';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readItem, writeItems } from '../platform/storage';
import { readClickToCall } from './click-settings';
import { dialled } from './dial';
import { callByPreferredClient } from './hand-over';
import { showLinkNumber } from './menus';
import { openPopupWith } from './open-popup';
import { decidePageNumbers } from './page-numbers';
import { answerPageRequest } from './page-requests';

const refused = { ok: false };

/** What our script in web pages can have done. Each time it is asked again whether that page is one of those: grants come and go. */
export function watchPages(bus: Bus): void {
  servePages(browser.runtime, {
    'page.isSearched': isSearched,
    'page.decide': async (sender, candidates) =>
      (await isSearched(sender)) ? decidePageNumbers(candidates) : [],
    'page.offer': async (sender, number) => {
      if (!(await isSearched(sender))) return { sent: '' };
      const sent = await previewOf(number);
      await showLinkNumber(sent);
      return { sent };
    },
    'page.call': async (sender, { number, opensPopup }) => {
      if (!(await isSearched(sender)) || (await previewOf(number)) === '') return refused;
      if (!(await isWithinLimit(sender))) return refused;
      if (opensPopup) await openPopupWith(number);
      return { ok: opensPopup || (await callByPreferredClient(bus, number, sender)) };
    },
    'page.request': async ({ origin }, message) => {
      const { policy } = await readClickToCall();
      return policy.apiOrigins.includes(origin) ? answerPageRequest(bus, origin, message) : null;
    },
  });
}

async function isSearched({ origin }: PageSender): Promise<boolean> {
  return mayFindNumbers(origin, (await readClickToCall()).inForce);
}

/** What would be sent, tones behind a comma; empty when nothing can be dialled. */
async function previewOf(number: string): Promise<string> {
  const { sent, dtmf } = await dialled(number);
  return dtmf === '' ? sent : `${sent},${dtmf}`;
}

/** However a page got at our script: more calls than a person clicks are not placed. */
async function isWithinLimit({ tabId, origin }: PageSender): Promise<boolean> {
  const limit = makeCallLimit((await readItem('session', 'pageCalls')) ?? [], Date.now());
  await writeItems('session', { pageCalls: limit.calls });
  if (!limit.isAllowed) log.warn('call from a page refused', { why: 'too many', tabId, origin });
  return limit.isAllowed;
}
