import type { Bus } from '../bus/bus';
import { browser } from '../platform/browser';
import { log } from '../platform/log';

/**
 * Tells the phone why a WebSocket of ours did not open. The WebSocket itself says the same for every reason; the network stack says
 * which it was, for hosts that the person has granted.
 */
export function explainTransports(bus: Bus): void {
  const home = new URL(browser.runtime.getURL('')).origin;
  chrome.webRequest.onErrorOccurred.addListener(
    ({ url, error, initiator }) => {
      if (initiator !== home) return;
      const quiet = (failure: Error) => log.debug('nobody to tell', { why: failure.message });
      bus.send('transport.explain', { url, netError: error }).catch(quiet);
    },
    { urls: ['wss://*/*', 'ws://*/*'], types: ['websocket'] },
  );
}
