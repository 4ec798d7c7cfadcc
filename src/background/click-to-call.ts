import type { Bus, Handlers } from '../bus/bus';
import { browser } from '../platform/browser';
import { settleRequest, takeRequest, watchRequestWindow } from './call-request';
import { readClickToCall } from './click-settings';
import { registerContentScripts } from './content-scripts';
import { callBy } from './hand-over';
import { createMenus, watchMenus } from './menus';
import { watchOmnibox } from './omnibox';
import { watchPageRequests } from './page-requests';
import { watchPages } from './serve-pages';
import { watchShortcut } from './shortcut';
import { useClickToCall } from './sites';
import { watchTelLinks } from './tel-links';

/** Everything by which a number outside of our own pages is called. To be begun at once when the worker starts. */
export function watchClickToCall(bus: Bus): void {
  watchPages(bus);
  watchPageRequests(bus);
  watchRequestWindow();
  watchMenus(bus);
  watchOmnibox(bus);
  watchShortcut(bus);
  watchTelLinks();
  const register = () => void registerContentScripts();
  browser.permissions.onAdded.addListener(register);
  browser.permissions.onRemoved.addListener(register);
  browser.storage.onChanged.addListener((_, area) => area === 'managed' && register());
}

/** After installation and each update: what Chrome keeps for us begins anew. */
export async function installClickToCall(): Promise<void> {
  await Promise.all([createMenus(), registerContentScripts()]);
}

type Served = Pick<Handlers<'background'>, 'clickToCall.use' | 'callRequest.answer'>;

export const clickToCallHandlers = (bus: Bus): Served => ({
  'clickToCall.use': (own) => useClickToCall(own),
  'callRequest.answer': async ({ id, by, remember }) => {
    const request = await takeRequest(id);
    if (!request) return { ok: false };
    if (remember && by !== null) await useClickToCall({ ...(await readClickToCall()).own, client: by });
    const ok = by !== null && (await callBy(bus, by, request.typed, { tabId: request.tabId }));
    settleRequest(id, { by, ok });
    return { ok };
  },
});
