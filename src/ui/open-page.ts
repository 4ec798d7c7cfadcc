import { browser } from '../platform/browser';

/** Pages that open in a tab of their own. */
export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}

export function openPermissionPage(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('src/permission/index.html') });
}

/** Chrome's own settings for this extension, where a denied microphone can be allowed again. */
export function openSiteSettings(): void {
  const site = encodeURIComponent(browser.runtime.getURL(''));
  void browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` });
}
