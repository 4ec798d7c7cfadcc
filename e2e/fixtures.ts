import { test as base, expect, type Page, type TestInfo, type WebError } from '@playwright/test';
import { BrowserPool } from './browser-pool';
import { type LaunchOptions, launchOffhook } from './chromium';
import { type Gateway, type GatewayOptions, startGateway } from './gateway/gateway';
import type { Offhook } from './offhook';
import { alice, registeredPopup, useProfile } from './person';
import { profileFor } from './profiles';
import { leadTo, type Site, startSite } from './spaces/site';

export { expect };

type Fixtures = {
  /** What every browser is launched with: in English, with the sites of the tests at their addresses, so that one browser does for most tests. */
  usual: LaunchOptions;
  /** What `offhook` is launched with instead; set by `test.use({ offhookOptions: … })`. */
  offhookOptions: LaunchOptions;
  gatewayOptions: GatewayOptions;
  /** A gateway of the test's own, on a port of its own. */
  gateway: Gateway;
  /** Starts one more browser, or one with other options; closed with the test. */
  launch: (options?: LaunchOptions) => Promise<Offhook>;
  /** A browser with Offhook just installed; its first page is sure to be open only in a browser that `launch` gives. */
  offhook: Offhook;
  /** The popup of `offhook`, where alice is signed in at `gateway`. */
  popup: Page;
  /** A second door to the exchange behind `gateway`. */
  secondary: Gateway;
};

/** All are named here: for tests that know of more, Playwright would start other workers, and these other browsers. */
type WorkerFixtures = {
  /** The browsers that go from one test to the next. */
  pool: BrowserPool;
  /** The server of every test's site, always at the same port: so that one browser can be led there in test after test. */
  siteServer: Site;
};

/** A test of the built extension. A failed one keeps the gateway's lines and a picture of every page. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  offhookOptions: [{}, { option: true }],
  usual: async ({ siteServer }, use) =>
    use({
      locale: 'en-US',
      args: leadTo(siteServer, 'crm.example.com', 'stranger.example.org'),
      hosts: ['127.0.0.1', 'localhost', 'crm.example.com'],
    }),
  gatewayOptions: [{}, { option: true }],

  gateway: async ({ gatewayOptions }, use, testInfo) => {
    const gateway = await startGateway(gatewayOptions);
    // The media library takes its time to load, which is not the phone's.
    await gateway.warmUp();
    await use(gateway);
    await gateway.close();
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('gateway', { body: gateway.lines.join('\n'), contentType: 'text/plain' });
  },

  launch: async ({ usual, offhookOptions }, use, testInfo) => {
    const launched: Offhook[] = [];
    const watch = new Watch();
    await use(async (options) => {
      const offhook = await launchOffhook({ ...usual, ...offhookOptions, ...options });
      launched.push(offhook);
      watch.over(offhook);
      return offhook;
    });
    const thrown = await watch.end(testInfo);
    await Promise.all(launched.map((offhook) => offhook.close()));
    expect(thrown, 'what pages did not catch').toEqual([]);
  },

  pool: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const pool = new BrowserPool();
      await use(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],

  siteServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  offhook: async ({ pool, usual, offhookOptions }, use, testInfo) => {
    const options = { ...usual, ...offhookOptions };
    const offhook = await pool.take(options);
    const watch = new Watch();
    watch.over(offhook);
    await use(offhook);
    const thrown = await watch.end(testInfo);
    // Whatever made a test fail ends with it.
    if (testInfo.status === testInfo.expectedStatus && thrown.length === 0)
      await pool.giveBack(offhook, options);
    else await offhook.close();
    expect(thrown, 'what pages did not catch').toEqual([]);
  },

  popup: async ({ offhook, gateway }, use) => {
    await useProfile(offhook, profileFor(gateway.url));
    await use(await registeredPopup(offhook, alice));
  },

  secondary: async ({ gateway }, use) => {
    const secondary = await startGateway({ sharedWith: gateway, name: 'gw2' });
    await use(secondary);
    await secondary.close();
  },
});

/** Sees what goes wrong in the pages of browsers while a test uses them. */
class Watch {
  readonly #watched: Offhook[] = [];
  readonly #thrown: string[] = [];

  over(offhook: Offhook): void {
    this.#watched.push(offhook);
    offhook.context.on('weberror', this.#note);
  }

  /** Keeps a picture of every page when the test has failed; gives what pages have not caught. */
  async end(testInfo: TestInfo): Promise<readonly string[]> {
    for (const { context } of this.#watched) context.off('weberror', this.#note);
    if (testInfo.status !== testInfo.expectedStatus)
      for (const [index, offhook] of this.#watched.entries())
        await keepPictures(offhook, `browser ${index + 1}`, testInfo);
    return this.#thrown;
  }

  readonly #note = (error: WebError) => {
    this.#thrown.push(error.error().message);
  };
}

async function keepPictures(offhook: Offhook, browser: string, testInfo: TestInfo): Promise<void> {
  for (const [index, page] of offhook.context.pages().entries()) {
    const body = await page.screenshot().catch(() => null);
    if (body) await testInfo.attach(`${browser}, page ${index + 1}`, { body, contentType: 'image/png' });
  }
}
