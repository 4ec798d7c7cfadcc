import { browser } from '../platform/browser';

const page = 'src/call-request/index.html?link=';

/**
 * Where a web page's tel: link leads when we are the browser's program for these: to a page of ours, which Chrome keeps web pages from
 * opening. It would not if every page could read that file, and so learn that we are there; we open it in the place of the refusal.
 */
export function watchTelLinks(): void {
  const ours = browser.runtime.getURL(page);
  browser.tabs.onUpdated.addListener(async (tabId, { status }, tab) => {
    const url = tab?.url;
    if (status !== 'complete' || !url?.startsWith(ours)) return;
    const open = await chrome.runtime.getContexts({ contextTypes: ['TAB'], tabIds: [tabId] });
    if (open.length === 0) await browser.tabs.update(tabId, { url });
  });
}
