import { expect } from '@playwright/test';
import { launchOffhook } from '../e2e/chromium';
import { startGateway } from '../e2e/gateway/gateway';
import type { Offhook } from '../e2e/offhook';
import { alice, registeredPopup, useProfile } from '../e2e/person';
import { profileFor } from '../e2e/profiles';
import { MarkedBuild } from './marked-build';
import type { Row } from './report';

const runs = 20;

/** When each thing was seen, in ms since the popup's navigation began. */
type Seen = { begunAt: number; focusAt: number; keyAt: number };

/**
 * The toolbar's own popup, signed in: from the start of its navigation until the number field has the focus and takes what is typed, and
 * until a key pressed in that moment has had its effect. And what the engine weighs when idle.
 */
export async function measurePopup(): Promise<Row[]> {
  // No other script comes into the popup before its own.
  const build = new MarkedBuild();
  build.begin('src/popup/index.js', `(${watchForKey})();`);
  const gateway = await startGateway();
  const offhook = await launchOffhook({ dist: build.dist });
  try {
    await useProfile(offhook, profileFor(gateway.url));
    await (await registeredPopup(offhook, alice)).close();
    await offhook.keepHand();
    await (await offhook.context.newPage()).goto('about:blank');
    // The first one finds nothing of the extension's files in the memory of the machine.
    await open(offhook);
    const seen: Seen[] = [];
    for (let run = 0; run < runs; run++) seen.push(await open(offhook));
    const engine = await offhook.engine();
    const heap = await engine.idleHeapBytes();
    const row = (what: string, of: keyof Seen, limit: number | null): Row => ({
      what,
      figures: seen.map((one) => one[of]),
      unit: 'ms',
      limit,
    });
    return [
      row('popup: navigation to the number field taking keys', 'focusAt', 60),
      row('  of that until its own script begins', 'begunAt', null),
      row('  and until a key typed then has had its effect', 'keyAt', null),
      { what: 'idle heap of the engine', figures: [heap / 1e6], unit: 'MB', limit: 20 },
    ];
  } finally {
    await offhook.close();
    await gateway.close();
    build.remove();
  }
}

/** Opens the popup as a click on the icon does, and closes it when it has seen everything. */
async function open(offhook: Offhook): Promise<Seen> {
  const worker = await offhook.worker();
  await worker.evaluate(() => chrome.action.openPopup());
  // Another page of the extension can look into it, and takes neither its focus nor its time.
  const look = () =>
    offhook.inExtension((page) =>
      page.evaluate(
        () => chrome.extension.getViews({ type: 'popup' })[0]?.document.documentElement.dataset.seen,
      ),
    );
  let seen = await look();
  await expect.poll(async () => (seen = await look())).toBeTruthy();
  await offhook.inExtension((page) =>
    page.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close()),
  );
  await expect.poll(look).toBeUndefined();
  return JSON.parse(seen ?? '');
}

/** Runs in the popup before all else there. As soon as the field has the focus it types a digit, and waits until the popup offers to delete it. */
function watchForKey(): void {
  const begunAt = performance.now();
  let focusAt = 0;
  new MutationObserver((_, watch) => {
    const field = document.querySelector<HTMLInputElement>('.number-field input');
    if (!field || document.activeElement !== field) return;
    focusAt ||= performance.now();
    if (field.value === '') document.execCommand('insertText', false, '6');
    if (!document.querySelector('.number-field button')) return;
    watch.disconnect();
    document.documentElement.dataset.seen = JSON.stringify({ begunAt, focusAt, keyAt: performance.now() });
  }).observe(document, { childList: true, subtree: true });
}
