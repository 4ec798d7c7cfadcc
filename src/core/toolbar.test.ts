import { expect, it } from 'vitest';
import { makeCall } from './make-call';
import type { Registration } from './registration';
import { emptySnapshot } from './snapshot';
import { toolbarState } from './toolbar';

const gateway = { url: 'wss://one.example.com/ws', index: 0 };
const off: Registration = { state: 'off' };
const registered: Registration = { state: 'registered', gateway, expiresSec: 600, since: 0 };
const failed: Registration = { state: 'failed', gateway, why: 'timeout', retryAt: null };
const dialing = makeCall({ state: 'dialing' });
const over = makeCall({ state: 'ended', endedAt: 1, cause: { kind: 'busy' } });

it.each([
  ['off', off, [], 0, 'off'],
  ['registered', registered, [], 0, 'registered'],
  ['missed calls when all is well', registered, [], 2, 'missed'],
  ['trouble before missed calls', failed, [], 2, 'failed'],
  ['a call before everything', failed, [dialing], 2, 'in-call'],
  ['no call when it has ended', registered, [over], 0, 'registered'],
  ['nothing missed when nobody is signed in', off, [], 2, 'off'],
] as const)('the toolbar shows %s', (_title, registration, calls, missedCount, state) => {
  expect(toolbarState({ ...emptySnapshot, registration, calls }, missedCount)).toBe(state);
});
