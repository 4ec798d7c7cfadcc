import type { SessionDescriptionHandler } from 'sip.js';
import type { MicrophoneAccess } from '../core/microphone';
import type { QualitySample } from '../core/quality';
import type { MediaDirection } from '../core/sdp';

export type MediaEvents = {
  /** What the far end's last description lets pass, seen from them: `sendonly` and `inactive` mean that they hold us. */
  onRemoteDirection: (direction: MediaDirection) => void;
  /** The microphone went away under the call, unplugged or taken by the system. */
  onMicrophoneLost: () => void;
  /** No audio can flow any more. */
  onFailed: () => void;
};

/** The audio of one call, as the call sees it; sip.js drives the offer/answer part of it. */
export interface CallMedia extends SessionDescriptionHandler {
  /** Whether the far end has described its audio in a way that the browser does not take. */
  readonly hasRefused: boolean;
  /** Who is told; said once by the call that takes the media. */
  listen(events: MediaEvents): void;
  /** Makes the answer to an inbound call while it rings, so that it is ready at the click. The caller is sent nothing before. */
  prepareAnswer(offer: string): Promise<void>;
  /** Lets early media be heard (RFC 3960); the answer may still differ when the call was forked. */
  playEarly(answer: string): Promise<void>;
  /** Opens the microphone and sends it. Resolves with why not when it cannot be opened. */
  sendMicrophone(): Promise<MicrophoneAccess>;
  mute(isMuted: boolean): void;
  /** How it has sounded until now, or until it was closed; null before any audio came in. */
  measure(): Promise<QualitySample | null>;
}

/** Where calls get their audio from. */
export interface Studio {
  /** What is known without asking anybody. */
  readonly access: MicrophoneAccess;
  /** Which STUN and TURN servers to ask from now on; none unless the profile names some. */
  setIceServers(iceServers: readonly RTCIceServer[]): void;
  /** Gathers candidates for the next outbound call ahead of it. */
  prepare(): void;
  makeOutbound(): CallMedia;
  makeInbound(): CallMedia;
}
