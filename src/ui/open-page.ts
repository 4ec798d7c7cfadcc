import { browser } from '../platform/browser';

/** Pages that open in a tab of their own. */
export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}

/** The directory, or in it the form for somebody new who has this number. */
export function openDirectory(number?: string): void {
  const place = number === undefined ? '' : `#new=${encodeURIComponent(number)}`;
  void browser.tabs.create({ url: browser.runtime.getURL(`src/directory/index.html${place}`) });
}

export function openCallLog(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('src/call-log/index.html') });
}

export function openPermissionPage(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('src/permission/index.html') });
}

/** Chrome's own settings for this extension, where a denied microphone can be allowed again. */
export function openSiteSettings(): void {
  const site = encodeURIComponent(browser.runtime.getURL(''));
  void browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` });
}
