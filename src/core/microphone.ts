/** Whether we can be heard: what the browser says before a call, or said when it was asked for the microphone. */
export type MicrophoneAccess =
  | 'granted'
  | 'not-asked'
  | 'no-device'
  | 'dismissed'
  | 'denied'
  | 'policy'
  | 'in-use';

/** What a rejected getUserMedia means (Media Capture and Streams §10.2); `state` is what the Permissions API says now. */
export function accessOfError(
  error: { name: string; message: string },
  state: PermissionState | 'unknown',
): Exclude<MicrophoneAccess, 'granted'> {
  if (error.name === 'NotFoundError' || error.name === 'OverconstrainedError') return 'no-device';
  if (error.name === 'NotReadableError' || error.name === 'AbortError') return 'in-use';
  if (/system/i.test(error.message)) return 'policy';
  // A prompt closed without a choice leaves the permission where it was.
  if (/dismissed/i.test(error.message) || state === 'prompt') return 'dismissed';
  return 'denied';
}
