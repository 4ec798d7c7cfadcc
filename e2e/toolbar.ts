import { expect, type Page } from '@playwright/test';
import { type TextKey, text } from './texts';

type Shown = { title: TextKey; words?: readonly string[]; badge: string };

/** Waits until the toolbar's icon has this title and badge. `page` is any of Offhook's own. */
export async function expectToolbar(page: Page, { title, words = [], badge }: Shown): Promise<void> {
  const read = () =>
    page.evaluate(async () => ({
      title: await chrome.action.getTitle({}),
      badge: await chrome.action.getBadgeText({}),
    }));
  await expect.poll(read).toEqual({ title: `Offhook – ${text(title, ...words)}`, badge });
}
