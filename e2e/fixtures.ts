import { test as base, expect, type Page } from '@playwright/test';
import { type LaunchOptions, launchOffhook } from './chromium';
import { type Gateway, type GatewayOptions, startGateway } from './gateway/gateway';
import type { Offhook } from './offhook';
import { alice, signedInPopup, useProfile } from './person';
import { profileFor } from './profiles';

export { expect };

type Fixtures = {
  /** What `offhook` is launched with; set by `test.use({ offhookOptions: … })`. */
  offhookOptions: LaunchOptions;
  gatewayOptions: GatewayOptions;
  /** A gateway of the test's own, on a port of its own. */
  gateway: Gateway;
  /** Starts one more browser, or one with other options; closed with the test. */
  launch: (options?: LaunchOptions) => Promise<Offhook>;
  /** A browser of the test's own, with Offhook just installed. */
  offhook: Offhook;
  /** The popup of `offhook`, where alice is signed in at `gateway`. */
  popup: Page;
  /** A second door to the exchange behind `gateway`. */
  secondary: Gateway;
};

/** A test of the built extension. A failed one keeps the gateway's lines and a picture of every page. */
export const test = base.extend<Fixtures>({
  offhookOptions: [{}, { option: true }],
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

  launch: async ({ offhookOptions }, use, testInfo) => {
    const launched: Offhook[] = [];
    const thrown: string[] = [];
    await use(async (options) => {
      const offhook = await launchOffhook({ locale: 'en-US', ...offhookOptions, ...options });
      launched.push(offhook);
      offhook.context.on('weberror', (error) => thrown.push(error.error().message));
      return offhook;
    });
    if (testInfo.status !== testInfo.expectedStatus) await Promise.all(launched.map(keepPictures));
    await Promise.all(launched.map((offhook) => offhook.close()));
    expect(thrown, 'what pages did not catch').toEqual([]);

    async function keepPictures(offhook: Offhook, browser: number): Promise<void> {
      for (const [index, page] of offhook.context.pages().entries()) {
        const body = await page.screenshot().catch(() => null);
        const name = `browser ${browser + 1}, page ${index + 1}`;
        if (body) await testInfo.attach(name, { body, contentType: 'image/png' });
      }
    }
  },

  offhook: async ({ launch }, use) => use(await launch()),

  popup: async ({ offhook, gateway }, use) => {
    await useProfile(offhook, profileFor(gateway.url));
    await use(await signedInPopup(offhook, alice));
  },

  secondary: async ({ gateway }, use) => {
    const secondary = await startGateway({ sharedWith: gateway, name: 'gw2' });
    await use(secondary);
    await secondary.close();
  },
});
