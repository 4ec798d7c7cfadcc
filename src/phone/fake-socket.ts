import type { Socket } from './link';

// Taken before a test stops the clock: a message arrives in a turn of its own, as it does from a network.
const { setImmediate: inItsOwnTurn } = globalThis;

/** What the far end of a fake socket does with what happens to it. */
export type SocketPeer = { receive(text: string): void; closed(): void };

/** One end of a WebSocket without a network. The other end is `peer`, which also decides whether it opens at all. */
export class FakeSocket extends EventTarget implements Socket {
  readonly url: string;
  binaryType: BinaryType = 'blob';
  /** As WebSocket counts: 0 connecting, 1 open, 2 closing, 3 closed. */
  readyState: 0 | 1 | 2 | 3 = 0;
  /** A frozen gateway: nothing that is sent arrives, and no close event ever comes. */
  isFrozen = false;
  readonly #peer: SocketPeer;

  constructor(url: string, peer: SocketPeer) {
    super();
    this.url = url;
    this.#peer = peer;
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.readyState === 0) throw new DOMException('still connecting', 'InvalidStateError');
    if (this.readyState === 1 && typeof data === 'string') this.#peer.receive(data);
  }

  close(): void {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.#peer.closed();
    if (!this.isFrozen) inItsOwnTurn(() => this.drop());
  }

  /** The handshake succeeds. */
  open(): void {
    inItsOwnTurn(() => {
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
    });
  }

  /** Something comes from the gateway. */
  deliver(text: string): void {
    inItsOwnTurn(() => {
      if (this.readyState === 1 && !this.isFrozen)
        this.dispatchEvent(new MessageEvent('message', { data: text }));
    });
  }

  /** The connection ends. */
  drop(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new Event('close'));
  }
}
