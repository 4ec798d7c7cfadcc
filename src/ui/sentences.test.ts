import './fake-i18n';
import { describe, expect, it } from 'vitest';
import { type CauseKind, causeOfStatus } from '../core/cause';
import type { MicrophoneAccess } from '../core/microphone';
import type { RegistrationFailure } from '../core/registration';
import { causeSentence } from './cause-sentence';
import { languages, speak } from './fake-i18n';
import { microphoneSentence } from './microphone-sentence';
import { failureSentence, hostOf, secondaryGateway } from './registration-sentence';

const gateway = { url: 'wss://west.example.com:9443/ws', index: 0 };

const microphone: readonly MicrophoneAccess[] = [
  'granted',
  'not-asked',
  'no-device',
  'dismissed',
  'denied',
  'policy',
  'in-use',
];
const failures: readonly RegistrationFailure[] = [
  'wrong-password',
  'unknown-user',
  'forbidden',
  'unsupported-digest',
  'needs-token',
  'needs-password',
  'sign-in-again',
  'accounts-unreachable',
  'too-many-devices',
  'server-busy',
  'server-error',
  'unknown-host',
  'refused',
  'certificate',
  'timeout',
  'not-a-gateway',
  'offline',
  'blocked',
  'closed',
  'unreachable',
];
const causes: readonly CauseKind[] = [
  'hung-up-here',
  'hung-up-there',
  'cancelled',
  'caller-gave-up',
  'answered-elsewhere',
  'declined-elsewhere',
  'declined-here',
  'busy-here',
  'busy',
  'declined',
  'not-found',
  'number-changed',
  'bad-number',
  'no-answer',
  'unavailable',
  'forbidden',
  'moved',
  'no-common-codec',
  'server-busy',
  'server-error',
  'no-microphone',
  'no-connection',
  'bad-description',
  'media-failed',
  'refused',
  'interrupted',
];
const isSentence = /^\p{Lu}.*\p{L}.*\.$/u;

describe.each(languages)('in %s', (language) => {
  it('tells each end of a call in a sentence of its own', () => {
    speak(language);
    const said = causes.map((kind) => causeSentence({ kind }));
    for (const sentence of said) expect(sentence).toMatch(isSentence);
    expect(new Set(said).size).toBe(causes.length);
  });

  it('puts the final response of any status into words, with the number only at the end', () => {
    speak(language);
    for (let status = 300; status < 700; status += 1) {
      const [sentence, detail] = causeSentence(causeOfStatus(status)).split(' (');
      expect(sentence).toMatch(isSentence);
      expect(detail).toBe(`SIP\u00a0${status})`);
    }
  });

  it('tells each failed registration in a sentence of its own', () => {
    speak(language);
    const said = failures.map((why) => failureSentence({ gateway, why }));
    for (const sentence of said) expect(sentence).toMatch(/^[\p{Lu}w].*\p{L}.*\.$/u);
    expect(new Set(said).size).toBe(failures.length);
  });

  it('tells each state of the microphone in a sentence of its own', () => {
    speak(language);
    const said = microphone.map(microphoneSentence);
    for (const sentence of said) expect(sentence).toMatch(isSentence);
    expect(new Set(said).size).toBe(microphone.length);
  });
});

it('names the server that does not answer', () => {
  speak('en');
  const sentence = failureSentence({ gateway, why: 'timeout' });
  expect(sentence).toContain('west.example.com:9443');
});

it('says which gateway carries us only when it is not the primary', () => {
  speak('en');
  const registered = { state: 'registered', expiresSec: 300, since: 0 } as const;
  expect(secondaryGateway({ ...registered, gateway })).toBe('');
  expect(secondaryGateway({ ...registered, gateway: { url: 'wss://east.example.com/ws', index: 1 } })).toBe(
    'Secondary gateway east.example.com',
  );
  expect(hostOf({ url: 'no address' })).toBe('no address');
});
