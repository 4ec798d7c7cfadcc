import { askBackground } from './page-bus';
import type { PageMessageName, PageProtocol } from './page-protocol';

/** The polyfill would be half of this script; Chrome's own function returns a promise as well. */
const sendMessage = (message: unknown): Promise<unknown> => chrome.runtime.sendMessage(message);

/**
 * Asks background, and once more when its worker was ended before it answered; but never twice for a call, which might be placed twice.
 * Undefined when nobody answers: then the extension has been updated or taken away under the page.
 */
export function ask<N extends PageMessageName>(
  name: N,
  ...payload: Parameters<PageProtocol[N]>
): Promise<Awaited<ReturnType<PageProtocol[N]>> | undefined> {
  const send = () => askBackground(sendMessage, name, ...payload);
  return send()
    .catch(name === 'page.call' ? null : send)
    .catch(() => undefined);
}
