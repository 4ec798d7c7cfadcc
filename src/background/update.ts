import { isLive } from '../core/call';
import type { Snapshot } from '../core/snapshot';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readItem, writeItems } from '../platform/storage';

/** An update that is ready waits until no call is up: it would end it. */
export function watchForUpdate(): void {
  browser.runtime.onUpdateAvailable.addListener(async ({ version }) => {
    await writeItems('session', { updateReady: version });
    const snapshot = await readItem('session', 'snapshot');
    if (!snapshot) browser.runtime.reload();
    else await updateWhenIdle(snapshot);
  });
}

export async function updateWhenIdle(snapshot: Snapshot): Promise<void> {
  if (snapshot.calls.some(isLive)) return;
  const version = await readItem('session', 'updateReady');
  if (!version) return;
  log.info('updating', { version });
  browser.runtime.reload();
}
