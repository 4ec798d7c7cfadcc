import { EmitterImpl, type Transport, TransportState } from 'sip.js';
import { log } from '../platform/log';
import { keepChallenges } from './challenge-headers';
import type { Link } from './link';

/**
 * What sip.js sends through. It stays for as long as the account does, while links come and go beneath it: so dialogs outlive a
 * gateway, and a request in one of them takes whatever link is there.
 */
export class GatewayTransport implements Transport {
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  readonly stateChange = new EmitterImpl<TransportState>();
  #link: Link | undefined;

  get state(): TransportState {
    return this.#link ? TransportState.Connected : TransportState.Disconnected;
  }

  /** The Via transport of the link in use (RFC 7118 §5). */
  get protocol(): string {
    return this.#link?.url.startsWith('ws:') ? 'WS' : 'WSS';
  }

  get link(): Link | undefined {
    return this.#link;
  }

  /** Puts another link, or none, in the place of the one before. */
  use(link: Link | undefined): void {
    if (this.#link === link) return;
    this.#link?.close();
    this.#link = link;
    this.stateChange.emit(this.state);
    if (link) this.onConnect?.();
    else this.onDisconnect?.(new Error('the link is gone'));
  }

  receive(text: string): void {
    log.debug('received', { line: startLine(text) });
    this.onMessage?.(keepChallenges(text));
  }

  async send(message: string): Promise<void> {
    if (!this.#link) throw new Error('no link to a gateway');
    log.debug('sent', { line: startLine(message) });
    this.#link.send(message);
  }

  isConnected(): boolean {
    return this.#link !== undefined;
  }

  /** Which gateway to connect to is decided by the account; sip.js only learns of it. */
  async connect(): Promise<void> {}

  async disconnect(): Promise<void> {
    this.use(undefined);
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }
}

/** The first line, with the method of a response from its CSeq, since "SIP/2.0 200 OK" alone says little. */
function startLine(message: string): string {
  const first = message.slice(0, message.indexOf('\r\n'));
  const method = first.startsWith('SIP/') ? /^CSeq:\s*\d+\s+(\w+)/im.exec(message)?.[1] : undefined;
  return method ? `${first} (${method})` : first;
}
