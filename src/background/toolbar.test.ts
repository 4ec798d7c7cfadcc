import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../core/call';
import { makeCall } from '../core/make-call';
import type { Registration } from '../core/registration';
import { emptySnapshot } from '../core/snapshot';
import { startBrowser } from './fake-browser';

vi.mock('webextension-polyfill', async () => (await import('./fake-browser')).polyfill);
const { showToolbar } = await import('./toolbar');

const gateway = { url: 'wss://one.example.com/ws', index: 0 };
const registered: Registration = { state: 'registered', gateway, expiresSec: 600, since: 0 };
const ringing = { state: 'ringing', since: 0, hasEarlyMedia: false } as const;

let fake = startBrowser();
beforeEach(() => {
  fake = startBrowser();
});

const show = (registration: Registration, calls: Call[] = [], missedCount = 0) =>
  showToolbar({ ...emptySnapshot, registration, calls }, missedCount);

describe('the toolbar', () => {
  it.each<[string, Registration, number, string, string]>([
    ['off', { state: 'off' }, 0, '', 'toolbarOff'],
    ['registering', { state: 'registering', gateway }, 0, '…', 'toolbarRegistering'],
    ['registered', registered, 0, '', 'toolbarRegistered'],
    ['missed', registered, 3, '3', 'toolbarMissed 3'],
    ['missed', registered, 100, '99+', 'toolbarMissed 100'],
    ['failed', { state: 'failed', gateway, why: 'timeout', retryAt: null }, 3, '!', 'toolbarFailed'],
  ])(
    'says %s by icon, badge and title, each for itself',
    async (state, registration, missed, badge, title) => {
      await show(registration, [], missed);
      expect(fake.screen.icon).toBe(`/icons/${state}-16.png`);
      expect(fake.screen.badge).toBe(badge);
      expect(fake.screen.title).toContain(title);
    },
  );

  it('shows a call before everything else', async () => {
    await show(registered, [makeCall({ state: 'dialing' })], 3);
    expect(fake.screen).toMatchObject({ icon: '/icons/in-call-16.png', badge: '●' });
  });

  it('names who is calling', async () => {
    await show(registered, [makeCall(ringing, { direction: 'inbound' })]);
    expect(fake.screen.title).toContain('toolbarRinging Bob');
  });

  it('has a word for a caller without number and name', async () => {
    const remote = { number: '', displayName: '' };
    await show(registered, [makeCall(ringing, { direction: 'inbound', remote })]);
    expect(fake.screen.title).toContain('toolbarRinging anonymousCaller');
  });
});
