import type { BodyAndContentType } from 'sip.js';
import type { MicrophoneAccess } from '../core/microphone';
import type { QualitySample } from '../core/quality';
import { audioDirection } from '../core/sdp';
import type { CallMedia, MediaEvents, Studio } from './call-media';
import { makeDescription } from './fake-description';

/** Audio without sound: keeps what a call asked of it. */
export class FakeMedia implements CallMedia {
  /** What people could notice of it. */
  isMuted = false;
  isClosed = false;
  isMicrophoneOpen = false;
  tones = '';
  hasRefused = false;
  /** What can be measured of it. */
  sample: QualitySample | null = null;
  /** The descriptions that were applied, in order; `early` those before the answer. */
  readonly early: string[] = [];
  readonly applied: string[] = [];
  readonly #studio: FakeStudio;
  #events: MediaEvents | undefined;

  constructor(studio: FakeStudio) {
    this.#studio = studio;
  }

  listen(events: MediaEvents): void {
    this.#events = events;
  }

  async getDescription(): Promise<BodyAndContentType> {
    if (this.isClosed) throw new DOMException('closed', 'InvalidStateError');
    await this.#studio.gathering;
    return { body: makeDescription('phone'), contentType: 'application/sdp' };
  }

  async setDescription(sdp: string): Promise<void> {
    this.hasRefused = this.#studio.refuses(sdp);
    if (this.isClosed || this.hasRefused) throw new DOMException('no', 'InvalidAccessError');
    this.applied.push(sdp);
    this.#events?.onRemoteDirection(audioDirection(sdp));
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async rollbackDescription(): Promise<void> {}

  async prepareAnswer(offer: string): Promise<void> {
    if (this.#studio.refuses(offer)) throw new DOMException('no', 'InvalidAccessError');
  }

  async playEarly(answer: string): Promise<void> {
    this.early.push(answer);
  }

  async sendMicrophone(): Promise<MicrophoneAccess> {
    await this.#studio.opening;
    const { microphone } = this.#studio;
    this.isMicrophoneOpen = microphone === 'granted';
    return microphone;
  }

  mute(isMuted: boolean): void {
    this.isMuted = isMuted;
  }

  async measure(): Promise<QualitySample | null> {
    return this.sample;
  }

  sendDtmf(tones: string): boolean {
    this.tones += tones;
    return true;
  }

  close(): void {
    this.isClosed = true;
    this.isMicrophoneOpen = false;
  }

  /** The microphone is unplugged. */
  unplug(): void {
    this.isMicrophoneOpen = false;
    this.#events?.onMicrophoneLost();
  }

  /** The network no longer carries audio. */
  fail(): void {
    this.#events?.onFailed();
  }
}

/** Where fake audio comes from. */
export class FakeStudio implements Studio {
  /** What is known before a call. */
  access: MicrophoneAccess = 'granted';
  /** What opening the microphone gives. */
  microphone: MicrophoneAccess = 'granted';
  /** What opening it waits for: a prompt, or a slow device. */
  opening: Promise<void> = Promise.resolve();
  /** What an offer or an answer of ours waits for. */
  gathering: Promise<void> = Promise.resolve();
  /** Which descriptions of the far end cannot be applied. */
  refuses: (sdp: string) => boolean = () => false;
  iceServers: readonly RTCIceServer[] = [];
  readonly #made: FakeMedia[] = [];

  /** The audio of the newest call. */
  get media(): FakeMedia {
    const media = this.#made.at(-1);
    if (!media) throw new Error('no call had audio');
    return media;
  }

  setIceServers(iceServers: readonly RTCIceServer[]): void {
    this.iceServers = iceServers;
  }

  prepare(): void {}

  makeOutbound(): FakeMedia {
    return this.#make();
  }

  makeInbound(): FakeMedia {
    return this.#make();
  }

  #make(): FakeMedia {
    const media = new FakeMedia(this);
    this.#made.push(media);
    return media;
  }
}
