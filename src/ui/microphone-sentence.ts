import type { MicrophoneAccess } from '../core/microphone';
import { type TextKey, text } from './text';

const keys: Readonly<Record<MicrophoneAccess, TextKey>> = {
  granted: 'microphoneGranted',
  'not-asked': 'microphoneNotAsked',
  'no-device': 'microphoneNoDevice',
  dismissed: 'microphoneDismissed',
  denied: 'microphoneDenied',
  policy: 'microphonePolicy',
  'in-use': 'microphoneInUse',
};

/** Whether we can be heard, and the way out when not. */
export function microphoneSentence(access: MicrophoneAccess): string {
  return text(keys[access]);
}
