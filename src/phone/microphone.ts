import type { MicrophoneAccess } from '../core/microphone';

const wanted: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/**
 * Opens the microphone for as long as the signal is not aborted. Rejects with the DOMException of getUserMedia
 * (Media Capture and Streams §10.2).
 */
export async function openMicrophone(signal: AbortSignal): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: wanted });
  const [track] = stream.getAudioTracks();
  if (!track) throw new DOMException('no audio track', 'NotFoundError');
  if (signal.aborted) track.stop();
  signal.addEventListener('abort', () => track.stop());
  return track;
}

/** Keeps an eye on whether a call could be heard, so that nobody has to wait for the answer when one is dialled. */
export class MicrophoneWatch {
  #permission: PermissionState = 'prompt';
  #hasDevice = true;

  async start(): Promise<void> {
    const status = await navigator.permissions.query({ name: 'microphone' });
    const readPermission = () => {
      this.#permission = status.state;
    };
    readPermission();
    status.addEventListener('change', readPermission);
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#readDevices());
    await this.#readDevices();
  }

  get access(): MicrophoneAccess {
    if (!this.#hasDevice) return 'no-device';
    if (this.#permission === 'granted') return 'granted';
    return this.#permission === 'denied' ? 'denied' : 'not-asked';
  }

  async #readDevices(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    this.#hasDevice = devices.some(({ kind }) => kind === 'audioinput');
  }
}
