import type { RegistrationFailure } from '../core/registration';

/** The part of WebSocket that a link stands on, so that a test can lay its own wire. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'readyState' | 'addEventListener' | 'binaryType'>;
export type OpenSocket = (url: string) => Socket;

export type LinkEvents = {
  onMessage: (text: string) => void;
  /** Once, and never after `close()`. */
  onLost: (why: RegistrationFailure) => void;
};

// WebSocket.OPEN, which Node 20 does not have.
const open = 1;
const crlf = /^(?:\r\n)+$/;

/**
 * One WebSocket to one gateway (RFC 7118), from open to gone. A link is never repaired: whoever holds it throws it away and
 * opens another. That also holds for a socket whose close event never comes, which a frozen gateway makes of it.
 */
export class Link {
  readonly url: string;
  /** When anything last came in, epoch ms. */
  lastInboundAt = Date.now();
  /** Whether this gateway has ever answered a keep-alive CRLF CRLF with CRLF (RFC 5626 §4.4.1). */
  hasPonged = false;
  readonly #socket: Socket;
  readonly #events: LinkEvents;
  readonly #closing = new AbortController();

  private constructor(url: string, socket: Socket, events: LinkEvents) {
    this.url = url;
    this.#socket = socket;
    this.#events = events;
    const { signal } = this.#closing;
    socket.addEventListener('message', (event) => this.#receive(event.data), { signal });
    socket.addEventListener('close', () => this.lose('closed'), { signal });
  }

  /** Resolves with a link, or with why there is none: refused, timed out, or whatever else a WebSocket does not tell apart. */
  static open(
    url: string,
    options: { openSocket: OpenSocket; events: LinkEvents; deadlineMs: number; signal: AbortSignal },
  ): Promise<Link | RegistrationFailure> {
    const { openSocket, events, deadlineMs, signal } = options;
    return new Promise((resolve) => {
      const over = new AbortController();
      const socket = tryToOpen(openSocket, url);
      if (!socket) return resolve('blocked');
      socket.binaryType = 'arraybuffer';
      const settle = (result: Link | RegistrationFailure) => {
        clearTimeout(timer);
        over.abort();
        if (typeof result === 'string') socket.close();
        resolve(result);
      };
      const timer = setTimeout(() => settle('timeout'), deadlineMs);
      socket.addEventListener('open', () => settle(new Link(url, socket, events)), { signal: over.signal });
      socket.addEventListener('close', () => settle('unreachable'), { signal: over.signal });
      signal.addEventListener('abort', () => settle('closed'), { signal: over.signal });
    });
  }

  get isOpen(): boolean {
    return !this.#closing.signal.aborted && this.#socket.readyState === open;
  }

  /** Throws when the link is gone. */
  send(text: string): void {
    if (!this.isOpen) throw new Error('the link is gone');
    this.#socket.send(text);
  }

  /** Leaves the socket without waiting for it and tells the holder. */
  lose(why: RegistrationFailure): void {
    if (this.#closing.signal.aborted) return;
    this.close();
    this.#events.onLost(why);
  }

  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#socket.close();
  }

  #receive(data: unknown): void {
    this.lastInboundAt = Date.now();
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer);
    if (!crlf.test(text)) this.#events.onMessage(text);
    // A double CRLF is the other side's ping and is answered; a single one answers ours.
    else if (text.length > 2) this.#socket.send('\r\n');
    else this.hasPonged = true;
  }
}

/** Undefined where the browser does not even try: it bars ports that belong to other protocols, 5060 and 5061 among them. */
function tryToOpen(openSocket: OpenSocket, url: string): Socket | undefined {
  try {
    return openSocket(url);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
