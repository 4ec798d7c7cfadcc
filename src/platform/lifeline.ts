import { browser } from './browser';

const portName = 'lifeline';
const hastyMs = 1_000;

/**
 * Held by the phone, it carries nothing: each side learns from it at once that the other is gone. A worker that was ended is woken by the
 * new connection, and `onRevived` then tells it what it has missed.
 */
export function holdLifeline(onRevived: () => void): void {
  const since = Date.now();
  browser.runtime.connect({ name: portName }).onDisconnect.addListener(() => {
    const again = () => {
      holdLifeline(onRevived);
      onRevived();
    };
    // A worker that cannot start must not be woken without end.
    if (Date.now() - since > hastyMs) again();
    else setTimeout(again, hastyMs);
  });
}

/** Watched by background: `onCut` is called when the phone's document is gone. */
export function watchLifeline(onCut: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const isOurs = port.name === portName && port.sender?.url?.startsWith(browser.runtime.getURL(''));
    if (!isOurs) return;
    port.onDisconnect.addListener(onCut);
  });
}
