import { expect, it } from 'vitest';
import { noPolicy } from '../core/settings/policy';
import { emptySnapshot } from '../core/snapshot';
import type { PageState } from '../ui/page-state';
import { popupView } from './popup-view';

const nothing: PageState = {
  snapshot: emptySnapshot,
  profile: undefined,
  account: undefined,
  missedCount: 0,
  signOnFailure: undefined,
  ownRules: undefined,
  sources: {},
  policy: noPolicy,
};
const gateway = { url: 'wss://west.example.com/ws', index: 0 };

it('leads to the options while no profile is known', () => {
  expect(popupView(nothing, false)).toBe('set-up');
  expect(popupView({ ...nothing, profile: { text: '', profiles: [] } }, false)).toBe('set-up');
});

it('never hides a call, even when the profile was forgotten during it', () => {
  const call = {
    id: 'c1' as never,
    direction: 'outbound',
    remote: { number: '600', displayName: '' },
    target: { typed: '600', sent: '600' },
    startedAt: 0,
    isEmergency: false,
    state: 'dialing',
  } as const;
  const registration = { state: 'failed', gateway, why: 'wrong-password', retryAt: null } as const;
  expect(popupView({ ...nothing, snapshot: { ...emptySnapshot, registration, calls: [call] } }, false)).toBe(
    'phone',
  );
});
