import './fake-i18n';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { parseProfile } from '../core/profile/parse-profile';
import { makeServer } from '../core/profile/samples';
import type { Registration } from '../core/registration';
import { noPolicy } from '../core/settings/policy';
import { speak } from './fake-i18n';
import { SignIn } from './sign-in';

const gateway = { url: 'wss://west.example.com:9443/ws', index: 0 };
const after = { gateway, why: 'timeout' } as const;
const parsed = parseProfile(makeServer());
const profiles = parsed.ok ? parsed.profiles : [];

function show(registration: Registration): void {
  const intents = {
    signIn: async () => ({ ok: true }) as const,
    signInWithToken: async () => ({ ok: true }) as const,
    signOut: () => undefined,
  };
  const nothing = { account: undefined, signOnFailure: undefined, policy: noPolicy };
  render(
    <SignIn profiles={profiles} {...nothing} registration={registration} intents={intents} />,
    document.body,
  );
}

const offered = () =>
  [...document.querySelectorAll<HTMLButtonElement>('.buttons button')]
    .filter(({ disabled }) => !disabled)
    .map(({ textContent }) => textContent);

beforeEach(() => {
  speak('en');
  render(null, document.body);
});

it.each<[string, Registration, string[]]>([
  ['nobody is signed in', { state: 'off' }, ['Sign in']],
  ['the first attempt is under way', { state: 'registering', gateway }, ['Cancel']],
  ['the next attempt is waited for', { state: 'failed', ...after, retryAt: 1 }, ['Sign in', 'Cancel']],
  ['the next attempt is under way', { state: 'registering', gateway, after }, ['Sign in', 'Cancel']],
  ['there will be no further attempt', { state: 'failed', ...after, retryAt: null }, ['Sign in']],
])('offers what can be done while %s', (_title, registration, expected) => {
  show(registration);
  expect(offered()).toEqual(expected);
});

it('goes on saying why an attempt failed while the next one is under way', () => {
  show({ state: 'registering', gateway, after });
  expect(document.querySelector('[role=alert]')?.textContent).toContain('west.example.com:9443');
});
