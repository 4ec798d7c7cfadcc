import type { MicrophoneAccess } from '../core/microphone';
import { log } from '../platform/log';
import type { CallMedia, Studio } from './call-media';
import type { MicrophoneWatch } from './microphone';
import { describe, PeerMedia } from './peer-media';

// A mapping in a NAT, which a candidate names, is kept for 30 s or more (RFC 4787 §4.3 asks for two minutes).
const keepPreparedMs = 30_000;
const freshMs = 10_000;

type Prepared = {
  peer: RTCPeerConnection;
  offer: Promise<string>;
  at: number;
  timer: ReturnType<typeof setTimeout>;
};

/** Makes the audio of calls out of peer connections, and keeps one ready while someone is about to dial. */
export class PeerStudio implements Studio {
  readonly #microphone: MicrophoneWatch;
  #iceServers: readonly RTCIceServer[] = [];
  #prepared: Prepared | undefined;

  constructor(microphone: MicrophoneWatch) {
    this.#microphone = microphone;
  }

  get access(): MicrophoneAccess {
    return this.#microphone.access;
  }

  setIceServers(iceServers: readonly RTCIceServer[]): void {
    this.#iceServers = iceServers;
    this.#discard();
  }

  prepare(): void {
    if (this.#prepared && Date.now() - this.#prepared.at < freshMs) return;
    this.#discard();
    const peer = this.#makePeer();
    peer.addTransceiver('audio', { direction: 'sendrecv' });
    const timer = setTimeout(() => this.#discard(), keepPreparedMs);
    const offer = describe(peer);
    // When it is discarded before it is finished, nobody else waits for it.
    offer.catch((error: Error) => log.debug('prepared offer dropped', { why: error.name }));
    this.#prepared = { peer, offer, at: Date.now(), timer };
  }

  makeOutbound(): CallMedia {
    if (!this.#prepared) this.prepare();
    const prepared = this.#prepared;
    if (!prepared) throw new Error('nothing was prepared');
    this.#prepared = undefined;
    clearTimeout(prepared.timer);
    return new PeerMedia(prepared.peer, prepared.offer);
  }

  makeInbound(): CallMedia {
    return new PeerMedia(this.#makePeer(), null);
  }

  /** With 'max-bundle', Chromium takes no answer of a gateway that knows no groups of streams (RFC 9143 §7.3). */
  #makePeer(): RTCPeerConnection {
    return new RTCPeerConnection({
      iceServers: [...this.#iceServers],
      bundlePolicy: 'balanced',
      rtcpMuxPolicy: 'require',
    });
  }

  #discard(): void {
    clearTimeout(this.#prepared?.timer);
    this.#prepared?.peer.close();
    this.#prepared = undefined;
  }
}
