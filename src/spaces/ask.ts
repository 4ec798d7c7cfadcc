import { askBackground } from '../bus/page-bus';
import type { PageMessageName, PageProtocol } from '../bus/page-protocol';

/** The polyfill would be half of this script; Chrome's own function returns a promise as well. */
const sendMessage = (message: unknown): Promise<unknown> => chrome.runtime.sendMessage(message);

/** Asks background. Undefined when nobody answers: then the extension has been updated or taken away under the page. */
export async function ask<N extends PageMessageName>(
  name: N,
  ...payload: Parameters<PageProtocol[N]>
): Promise<Awaited<ReturnType<PageProtocol[N]>> | undefined> {
  try {
    return await askBackground(sendMessage, name, ...payload);
  } catch {
    return undefined;
  }
}
