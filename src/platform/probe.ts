import type { ServerAnswer } from '../core/choose-server';

/** As much of WebSocket as a probe needs. */
type ProbeSocket = Pick<WebSocket, 'close' | 'addEventListener'>;
export type Probe = { readonly openSocket?: (url: string) => ProbeSocket; readonly signal: AbortSignal };

const openWebSocket = (url: string): ProbeSocket => new WebSocket(url, 'sip');

/**
 * How long the fastest of these gateways took to answer a WebSocket handshake (RFC 7118 §4), or null when none of them did before the
 * signal was aborted. Nothing is sent over it.
 */
export async function probeGateways(gateways: readonly string[], probe: Probe): Promise<ServerAnswer | null> {
  const over = new AbortController();
  const signal = AbortSignal.any([probe.signal, over.signal]);
  const start = performance.now();
  const answers = gateways.map((url) => knock(url, { ...probe, signal }));
  try {
    await Promise.any(answers);
    return { state: 'answered', afterMs: performance.now() - start };
  } catch {
    return null;
  } finally {
    over.abort();
  }
}

function knock(url: string, { openSocket = openWebSocket, signal }: Probe): Promise<void> {
  return new Promise((resolve, reject) => {
    // Throws where the browser does not even try, as at the ports that it bars.
    const socket = openSocket(url);
    const settle = (end: () => void) => {
      signal.removeEventListener('abort', abort);
      socket.close();
      end();
    };
    const abort = () => settle(() => reject(new Error('no answer')));
    socket.addEventListener('open', () => settle(resolve), { once: true });
    socket.addEventListener('close', abort, { once: true });
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
}
