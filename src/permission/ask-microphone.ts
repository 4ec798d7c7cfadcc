import { accessOfError, type MicrophoneAccess } from '../core/microphone';

/** Opens the microphone once so that the browser asks for it, and closes it at once. */
export async function askMicrophone(): Promise<MicrophoneAccess> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return 'granted';
  } catch (error) {
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    return accessOfError(error instanceof Error ? error : { name: '', message: String(error) }, state);
  }
}
