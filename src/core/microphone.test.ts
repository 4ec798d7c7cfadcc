import { expect, it } from 'vitest';
import { accessOfError } from './microphone';

it.each([
  ['no device', 'NotFoundError', 'Requested device not found', 'granted', 'no-device'],
  ['no device that fits', 'OverconstrainedError', '', 'granted', 'no-device'],
  [
    'a device that something else holds',
    'NotReadableError',
    'Could not start audio source',
    'granted',
    'in-use',
  ],
  ['a prompt that was closed', 'NotAllowedError', 'Permission dismissed', 'unknown', 'dismissed'],
  [
    'a prompt that was closed, by the state alone',
    'NotAllowedError',
    'Permission denied',
    'prompt',
    'dismissed',
  ],
  ['a denial', 'NotAllowedError', 'Permission denied', 'denied', 'denied'],
  ['a denial by the system', 'NotAllowedError', 'Permission denied by system', 'denied', 'policy'],
] as const)('%s is told apart', (_title, name, message, state, access) => {
  expect(accessOfError({ name, message }, state)).toBe(access);
});
