import { test as base, expect, type Page } from '@playwright/test';
import { test as offhookTest } from '../fixtures';
import type { Site } from './site';

export { base, expect };

/** A site that the person may choose, and one that nobody has chosen; both are led to the test's own. */
export const crm = 'https://crm.example.com';
export const stranger = 'https://stranger.example.org';

type Fixtures = { site: Site; invites: () => readonly string[] };

/** A test with a web site of its own, that is Spaces to the browser, and with a person who may be signed in (`popup`). */
export const test = offhookTest.extend<Fixtures>({
  site: async ({ siteServer }, use) => {
    await use(siteServer);
    siteServer.clear();
  },
  /** The INVITE of every call that came to the gateway, one for each though it may be sent anew with a password. */
  invites: async ({ gateway }, use) =>
    use(() => {
      const calls = new Map<string, string>();
      for (const line of gateway.lines) {
        const call = /→ gw\s+INVITE .*call (\S+)/.exec(line)?.[1];
        if (call !== undefined) calls.set(call, line);
      }
      return [...calls.values()];
    }),
});

export const documentOf = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

type Point = { x: number; y: number };

/** Where the first marked number with this text is drawn; waits for it. */
export async function placeOf(page: Page, written: string): Promise<Point> {
  const find = () =>
    page.evaluate((wanted) => {
      for (const range of CSS.highlights.get('telephone-number') ?? []) {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { x, y, width, height } = live.getBoundingClientRect();
        if (live.toString() === wanted) return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    }, written);
  await expect.poll(find, `${written} is marked`).not.toBeNull();
  return (await find()) ?? { x: 0, y: 0 };
}

/** The middle of our button, as far as a page can know of it: by its host. Null when there is none. */
export function buttonPlace(page: Page): Promise<Point | null> {
  return page.evaluate(() => {
    const host = document.documentElement.querySelector(':scope > [popover=manual]');
    if (!host) return null;
    const { x, y, width, height } = host.getBoundingClientRect();
    return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
  });
}

/** Points at a number until our button is there; gives its middle. */
export async function pointAt(page: Page, written: string): Promise<Point> {
  const { x, y } = await placeOf(page, written);
  await page.mouse.move(1, 1);
  await page.mouse.move(x, y);
  await expect.poll(() => buttonPlace(page), 'the button is shown').not.toBeNull();
  return (await buttonPlace(page)) ?? { x: 0, y: 0 };
}

/** Presses the button as a person does: gets there, sees it, presses. It may be too early; then again. */
export async function pressButton(
  page: Page,
  place: Point,
  isDone: () => boolean | Promise<boolean>,
): Promise<void> {
  await page.mouse.move(place.x, place.y);
  await expect(async () => {
    await page.mouse.click(place.x, place.y);
    await expect.poll(isDone, { timeout: 1_500 }).toBe(true);
  }).toPass();
}

/** The longest, in ms, that the page's own timers were held up during so many of them. */
export function longestDelay(page: Page, turns: number): Promise<number> {
  return page.evaluate(
    (most) =>
      new Promise<number>((resolve) => {
        let last = performance.now();
        let longest = 0;
        let count = 0;
        const turn = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (++count < most) setTimeout(turn);
          else resolve(longest);
        };
        turn();
      }),
    turns,
  );
}
