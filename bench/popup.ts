import { launchOffhook } from '../e2e/chromium';
import { startGateway } from '../e2e/gateway/gateway';
import { signedInPopup, useProfile } from '../e2e/person';
import { profileFor } from '../e2e/profiles';
import type { Row } from './report';

const runs = 20;

/**
 * From the start of the popup's navigation, signed in, until the number field has the focus and a key pressed in it has had its effect; and
 * what the engine weighs when idle.
 */
export async function measurePopup(): Promise<Row[]> {
  const gateway = await startGateway();
  const offhook = await launchOffhook();
  try {
    await useProfile(offhook, profileFor(gateway.url));
    const popup = await signedInPopup(offhook, { extension: '201', password: 'secret-201' });
    await popup.addInitScript(watchForKey);
    const begun: number[] = [];
    const interactive: number[] = [];
    for (let run = 0; run < runs; run++) {
      await popup.reload();
      const at = await popup.waitForFunction(() => document.documentElement.dataset.interactiveAt);
      interactive.push(Number(await at.jsonValue()));
      begun.push(await popup.evaluate(() => Number(document.documentElement.dataset.begunAt)));
    }
    await popup.close();
    const engine = await offhook.engine();
    const heap = await engine.idleHeapBytes();
    return [
      {
        what: 'popup: navigation to a key that has its effect',
        figures: interactive,
        unit: 'ms',
        limit: 60,
      },
      { what: '  of that before its document begins', figures: begun, unit: 'ms', limit: null },
      { what: 'idle heap of the engine', figures: [heap / 1e6], unit: 'MB', limit: 20 },
    ];
  } finally {
    await offhook.close();
    await gateway.close();
  }
}

/** Runs in the page before all else. As soon as the field has the focus it types a digit, and waits until the page offers to delete it. */
function watchForKey(): void {
  const begunAt = performance.now();
  new MutationObserver((_, watch) => {
    const field = document.querySelector<HTMLInputElement>('.number-field input');
    if (!field || document.activeElement !== field) return;
    if (field.value === '') document.execCommand('insertText', false, '6');
    if (!document.querySelector('.number-field button')) return;
    watch.disconnect();
    document.documentElement.dataset.begunAt = String(begunAt);
    document.documentElement.dataset.interactiveAt = String(performance.now());
  }).observe(document, { childList: true, subtree: true });
}
