import { failureOfNetError, type RegistrationFailure } from '../core/registration';
import { log } from '../platform/log';

const answerWithinMs = 3_000;
// The error of a request reaches us on two ways, and the one that says more may be the later one.
const laterMs = 250;

/**
 * Why a WebSocket did not open. Neither it nor the network stack tells one reason from another, but of a plain request to the same
 * address the network stack does, for hosts that the person has granted. Null when it says nothing.
 */
export async function diagnoseTransport(webSocketUrl: string): Promise<RegistrationFailure | null> {
  const url = webSocketUrl.replace(/^ws/, 'http');
  const over = new AbortController();
  const heard = hearNetError(url, over.signal);
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    await fetch(url, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal });
    // Something answers there, only no WebSocket.
    return 'not-a-gateway';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout';
    setTimeout(() => over.abort(), laterMs);
    const netError = await heard;
    log.info('transport diagnosed', { url: webSocketUrl, netError });
    return failureOfNetError(netError);
  } finally {
    over.abort();
  }
}

/** The error of our next request to the host of this address, empty when none is told until the signal is aborted. */
function hearNetError(url: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const { onErrorOccurred } = chrome.webRequest;
    const listen = ({ error }: { error: string }) => resolve(error);
    const { protocol, hostname } = new URL(url);
    onErrorOccurred.addListener(listen, { urls: [`${protocol}//${hostname}/*`], types: ['xmlhttprequest'] });
    signal.addEventListener('abort', () => {
      onErrorOccurred.removeListener(listen);
      resolve('');
    });
  });
}
