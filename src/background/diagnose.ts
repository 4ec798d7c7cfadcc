import { failureOfNetError, type RegistrationFailure } from '../core/registration';
import { log } from '../platform/log';

const answerWithinMs = 3_000;

/**
 * Why a WebSocket did not open. Neither it nor the network stack tells one reason from another, but of a plain request to the same
 * address the network stack does, for hosts that the person has granted. Null when it says nothing.
 */
export async function diagnoseTransport(webSocketUrl: string): Promise<RegistrationFailure | null> {
  const url = webSocketUrl.replace(/^ws/, 'http');
  const told = listenForError(url);
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    await fetch(url, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal });
    // Something answers there, only no WebSocket.
    return 'not-a-gateway';
  } catch {
    const why = failureOfNetError(told.error());
    log.info('transport diagnosed', { url: webSocketUrl, netError: told.error(), why });
    return why;
  } finally {
    told.stop();
  }
}

function listenForError(url: string): { error: () => string; stop: () => void } {
  let heard = '';
  const listen = ({ error }: { error: string }) => {
    heard = error;
  };
  const { onErrorOccurred } = chrome.webRequest;
  onErrorOccurred.addListener(listen, {
    urls: [`${new URL(url).origin.replace(/:\d+$/, '')}/*`],
    types: ['xmlhttprequest'],
  });
  return { error: () => heard, stop: () => onErrorOccurred.removeListener(listen) };
}
