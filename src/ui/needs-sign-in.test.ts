import { expect, it } from 'vitest';
import type { Registration } from '../core/registration';
import { emptySnapshot } from '../core/snapshot';
import { needsSignIn } from './needs-sign-in';

const gateway = { url: 'wss://west.example.com/ws', index: 0 };
const account = { extension: '201', serverName: 'West' };
const failed = (retryAt: number | null): Registration => ({
  state: 'failed',
  gateway,
  why: 'timeout',
  retryAt,
});
const needs = (registration: Registration, isSigningIn = false) =>
  needsSignIn({ ...emptySnapshot, registration, account }, isSigningIn);

it('asks to sign in when nobody is signed in, but not while a known account is only starting', () => {
  expect(needsSignIn(emptySnapshot, false)).toBe(true);
  expect(needs({ state: 'off' })).toBe(false);
});

it('asks again when only the person can mend the failure, and not when the phone tries again by itself', () => {
  expect(needs(failed(null))).toBe(true);
  expect(needs(failed(12_000))).toBe(false);
});

it('keeps the form that was just sent until it has worked', () => {
  expect(needs({ state: 'registering', gateway }, true)).toBe(true);
  expect(needs(failed(12_000), true)).toBe(true);
  expect(needs({ state: 'registered', gateway, expiresSec: 300, since: 0 }, true)).toBe(false);
});
