import { launchOffhook } from '../e2e/chromium';
import { startGateway } from '../e2e/gateway/gateway';
import { signedInPopup, useProfile } from '../e2e/person';
import { profileFor } from '../e2e/profiles';
import type { Row } from './report';

const runs = 20;

/** From the start of the popup's navigation until a number can be typed into it, signed in; and what the engine weighs when idle. */
export async function measurePopup(): Promise<Row[]> {
  const gateway = await startGateway();
  const offhook = await launchOffhook();
  try {
    await useProfile(offhook, profileFor(gateway.url));
    const popup = await signedInPopup(offhook, { extension: '201', password: 'secret-201' });
    await popup.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('input[type=tel], input[inputmode=tel], .number input, input')) return;
        watch.disconnect();
        document.documentElement.dataset.interactiveAt = String(performance.now());
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    const interactive: number[] = [];
    for (let run = 0; run < runs; run++) {
      await popup.reload();
      const at = await popup.waitForFunction(() => document.documentElement.dataset.interactiveAt);
      interactive.push(Number(await at.jsonValue()));
    }
    await popup.close();
    const engine = await offhook.engine();
    const heap = await engine.idleHeapBytes();
    return [
      {
        what: 'popup: navigation to a field that takes a number',
        figures: interactive,
        unit: 'ms',
        limit: 60,
      },
      { what: 'idle heap of the engine', figures: [heap / 1e6], unit: 'MB', limit: 20 },
    ];
  } finally {
    await offhook.close();
    await gateway.close();
  }
}
