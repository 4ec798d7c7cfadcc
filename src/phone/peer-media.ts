import type { BodyAndContentType } from 'sip.js';
import { accessOfError, type MicrophoneAccess } from '../core/microphone';
import type { QualitySample } from '../core/quality';
import { readStats } from '../core/read-stats';
import { audioDirection, type StreamCandidate, withholdCandidates } from '../core/sdp';
import { log } from '../platform/log';
import type { CallMedia, MediaEvents } from './call-media';
import { gatherCandidates } from './gathering';
import { openMicrophone } from './microphone';

// RFC 4733 §2.5.1.3 asks for at least 40 ms; telephone systems that detect tones in the audio want more.
const toneMs = 100;
const toneGapMs = 70;

/** The audio of one call on an RTCPeerConnection. */
export class PeerMedia implements CallMedia {
  readonly #peer: RTCPeerConnection;
  readonly #speaker = new Audio();
  readonly #closing = new AbortController();
  /** What will be said of us, its candidates gathered ahead: the offer before anyone dials, the answer while it rings. */
  #prepared: Promise<string> | null;
  #ringingOffer = '';
  /** Where the caller can be reached, kept from the peer connection while it rings. */
  #withheld: StreamCandidate[] = [];
  #microphone: MediaStreamTrack | undefined;
  #isMuted = false;
  #hasRefused = false;
  #waitingTones = '';
  #lastMeasure: Promise<QualitySample | null> | undefined;
  #events: MediaEvents = { onRemoteDirection: () => {}, onMicrophoneLost: () => {}, onFailed: () => {} };

  constructor(peer: RTCPeerConnection, preparedOffer: Promise<string> | null) {
    this.#peer = peer;
    this.#prepared = preparedOffer;
    const { signal } = this.#closing;
    peer.addEventListener('track', ({ track }) => this.#play(track), { signal });
    peer.addEventListener('connectionstatechange', () => this.#followConnection(), { signal });
  }

  listen(events: MediaEvents): void {
    this.#events = events;
  }

  get hasRefused(): boolean {
    return this.#hasRefused;
  }

  async getDescription(): Promise<BodyAndContentType> {
    const prepared = this.#prepared;
    this.#prepared = null;
    // A caller that sends no offer leaves it to us (RFC 3261 §13.2.1); no stream has been named yet then.
    if (this.#peer.getTransceivers().length === 0) {
      this.#peer.addTransceiver('audio', { direction: 'sendrecv' });
      await this.#sendTrack();
    }
    return { body: await (prepared ?? describe(this.#peer)), contentType: 'application/sdp' };
  }

  async setDescription(sdp: string): Promise<void> {
    try {
      await this.#apply(sdp);
    } catch (error) {
      // sip.js ends the call, and keeps to itself why.
      this.#hasRefused = true;
      log.error('description not applied', { why: String(error) });
      throw error;
    }
    this.#events.onRemoteDirection(audioDirection(sdp));
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async rollbackDescription(): Promise<void> {
    // An offer that could not be applied has changed nothing; to roll back nothing is an error.
    if (this.#peer.signalingState === 'stable') return;
    await this.#peer.setLocalDescription({ type: 'rollback' });
  }

  async prepareAnswer(offer: string): Promise<void> {
    const { sdp, candidates } = withholdCandidates(offer);
    this.#ringingOffer = offer;
    this.#withheld = [...candidates];
    this.#prepared = this.#applyOffer(sdp).then(() => describe(this.#peer));
    await this.#prepared;
  }

  async playEarly(answer: string): Promise<void> {
    if (this.#peer.signalingState !== 'have-local-offer') return;
    await this.#peer.setRemoteDescription({ type: 'pranswer', sdp: answer });
  }

  async sendMicrophone(): Promise<MicrophoneAccess> {
    try {
      this.#microphone = await openMicrophone(this.#closing.signal);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      log.error('microphone not opened', { why: error.name });
      return accessOfError(error, 'unknown');
    }
    this.#microphone.addEventListener('ended', () => this.#events.onMicrophoneLost(), {
      signal: this.#closing.signal,
    });
    this.mute(this.#isMuted);
    await this.#sendTrack();
    return 'granted';
  }

  mute(isMuted: boolean): void {
    this.#isMuted = isMuted;
    if (this.#microphone) this.#microphone.enabled = !isMuted;
  }

  /** Tones that come before the audio is connected wait for it; they would be lost. */
  sendDtmf(tones: string): boolean {
    if (this.#peer.connectionState !== 'connected') {
      this.#waitingTones += tones;
      return true;
    }
    const dtmf = this.#audio?.sender.dtmf;
    if (!dtmf?.canInsertDTMF) return false;
    // A new call of insertDTMF throws away what is still to be sent.
    dtmf.insertDTMF(dtmf.toneBuffer + tones, toneMs, toneGapMs);
    return true;
  }

  measure(): Promise<QualitySample | null> {
    return this.#lastMeasure ?? this.#measureNow();
  }

  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    // sip.js closes it in the same turn in which the call ends, and nothing can be measured after that.
    this.#lastMeasure = this.#measureNow();
    this.#peer.close();
    this.#speaker.srcObject = null;
    this.#speaker.remove();
  }

  get #audio(): RTCRtpTransceiver | undefined {
    return this.#peer.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
  }

  async #measureNow(): Promise<QualitySample | null> {
    try {
      const report = await this.#peer.getStats();
      return readStats(Array.from(report.values()));
    } catch (error) {
      log.debug('not measured', { why: String(error) });
      return null;
    }
  }

  #followConnection(): void {
    if (this.#peer.connectionState === 'failed') this.#events.onFailed();
    if (this.#peer.connectionState !== 'connected' || !this.#waitingTones) return;
    const tones = this.#waitingTones;
    this.#waitingTones = '';
    if (!this.sendDtmf(tones)) log.warn('tones not sent');
  }

  async #apply(sdp: string): Promise<void> {
    const isAnswer =
      this.#peer.signalingState.startsWith('have-local') ||
      this.#peer.signalingState === 'have-remote-pranswer';
    if (isAnswer) await this.#peer.setRemoteDescription({ type: 'answer', sdp });
    // sip.js hands the offer over again when the call is answered.
    else if (this.#prepared && sdp === this.#ringingOffer) await this.#takeUp(this.#prepared);
    else await this.#applyOffer(sdp);
  }

  async #applyOffer(sdp: string): Promise<void> {
    await this.#peer.setRemoteDescription({ type: 'offer', sdp });
    for (const transceiver of this.#peer.getTransceivers()) {
      if (transceiver.currentDirection === 'stopped') continue;
      transceiver.direction = transceiver.receiver.track.kind === 'audio' ? 'sendrecv' : 'inactive';
    }
    await this.#sendTrack();
  }

  /** The caller may learn where we are from now on. A candidate that cannot be used is one way less to get there. */
  async #takeUp(prepared: Promise<string>): Promise<void> {
    await prepared;
    for (const candidate of this.#withheld.splice(0))
      this.#peer
        .addIceCandidate(candidate)
        .catch((error: Error) => log.warn('candidate not used', { why: error.name }));
  }

  /** A track needs no new offer: the stream was offered as sendrecv from the start. */
  async #sendTrack(): Promise<void> {
    const sender = this.#audio?.sender;
    if (sender && this.#microphone && sender.track !== this.#microphone)
      await sender.replaceTrack(this.#microphone);
  }

  #play(track: MediaStreamTrack): void {
    this.#speaker.srcObject = new MediaStream([track]);
    document.body.append(this.#speaker);
    this.#speaker.play().catch((error: Error) => log.error('speaker does not play', { why: error.name }));
  }
}

/** Makes and applies the offer or the answer that is due, and waits for candidates worth sending. */
export async function describe(peer: RTCPeerConnection): Promise<string> {
  await peer.setLocalDescription();
  await gatherCandidates(peer);
  return peer.localDescription?.sdp ?? '';
}
