import type { Bus } from '../bus/bus';
import { readNumberLink } from '../core/page-numbers/number-link';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readClickToCall } from './click-settings';
import { callByPreferredClient } from './hand-over';
import { openPopupWith } from './open-popup';
import { isSiteChosen, toggleSite } from './sites';

const LONGEST_SELECTION = 64;
const { getMessage } = browser.i18n;

/** The menus of the right button: on a selection, on links that call, and on the icon in the toolbar. */
export function watchMenus(bus: Bus): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const done = (error: Error) => log.error('menu did nothing', { why: error.message });
    void act(bus, info, tab).catch(done);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => void refresh(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => status === 'complete' && void refresh(tabId));
}

/** The link that the person points at: what would be sent for it. */
export async function showLinkNumber(sent: string): Promise<void> {
  const title = sent === '' ? getMessage('menuCallLink') : getMessage('pageCall', sent.replaceAll('&', '&&'));
  await browser.contextMenus.update('call-link', { title });
}

/** Chrome keeps menus until the next update of the extension. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  // Chrome puts what is selected in place of %s.
  browser.contextMenus.create({
    id: 'call-selection',
    contexts: ['selection'],
    title: getMessage('menuCallSelection', '%s'),
  });
  browser.contextMenus.create({
    id: 'call-link',
    contexts: ['link'],
    targetUrlPatterns: ['tel:*', 'callto:*', 'sip:*', 'sips:*'],
    title: getMessage('menuCallLink'),
  });
  browser.contextMenus.create({
    id: 'find-numbers',
    contexts: ['action'],
    type: 'checkbox',
    title: getMessage('menuFindNumbers'),
  });
}

type Click = { menuItemId: string | number; selectionText?: string; linkUrl?: string };
type Tab = { id?: number; url?: string } | undefined;

async function act(bus: Bus, info: Click, tab: Tab): Promise<void> {
  const source = { tabId: tab?.id };
  if (info.menuItemId === 'find-numbers') await toggleSite(tab?.url ?? '');
  if (info.menuItemId === 'call-link') {
    const link = readNumberLink(info.linkUrl ?? '');
    if (link) await callByPreferredClient(bus, link.typed, source);
  }
  if (info.menuItemId === 'call-selection') await callSelection(bus, info.selectionText ?? '', source);
}

/** Calls what is selected when that is a number; anything else comes into the popup's field, for the person to see. */
export async function callSelection(
  bus: Bus,
  selected: string,
  source: { tabId?: number | undefined },
): Promise<void> {
  const typed = selected.trim().slice(0, LONGEST_SELECTION);
  const isNumber =
    /^[+(]?[\p{Nd}*#][\p{Nd}\s().\-–/*#]*(?:(?:x|ext\.?)\s?\d+)?$/iu.test(typed) && /\p{Nd}/u.test(typed);
  if (isNumber && selected.trim().length <= LONGEST_SELECTION)
    await callByPreferredClient(bus, typed, source);
  else await openPopupWith(typed);
}

/** Another page may be in front now: the number of the last one's link is not its, nor is its tick. */
async function refresh(tabId: number): Promise<void> {
  await showLinkNumber('');
  const { url } = await browser.tabs.get(tabId);
  const { inForce } = await readClickToCall();
  await browser.contextMenus.update('find-numbers', { checked: isSiteChosen(url ?? '', inForce) });
}
