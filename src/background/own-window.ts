import { browser } from '../platform/browser';

/** A page of ours, by its path, and the size of its window in px. */
export type OwnWindow = { page: string; width: number; height: number };

/** Brings the window of this page to the front, and opens it where there is none. */
export async function showOwnWindow({ page, ...size }: OwnWindow): Promise<void> {
  const id = await findOwnWindow({ page });
  if (id !== undefined) await browser.windows.update(id, { focused: true });
  else
    await browser.windows.create({
      url: browser.runtime.getURL(page),
      type: 'popup',
      focused: true,
      ...size,
    });
}

/** The window that has this page and nothing else; one that the person has made a tab of his own is his. */
export async function findOwnWindow({ page }: Pick<OwnWindow, 'page'>): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ url: browser.runtime.getURL(page), windowType: 'popup' });
  return tab?.windowId;
}
