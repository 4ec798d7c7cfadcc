import { afterEach, describe, expect, it, vi } from 'vitest';
import { dial, makePhone, makePhoneInCall, makeRegisteredPhone } from './make-phone';
import { pass, settle } from './pass';

afterEach(() => {
  vi.useRealTimers();
});

describe('a phone', () => {
  it('shows nothing before anyone signs in, and then who and where', async () => {
    const { phone, setup, screen } = makePhone();
    expect(phone.snapshot).toEqual({
      registration: { state: 'off' },
      account: null,
      calls: [],
      presence: {},
    });
    await phone.configure(setup);
    await screen.registration('registered');
    expect(phone.snapshot.account).toEqual({ extension: '201', serverName: 'Denver' });
  });

  it('hands the STUN and TURN servers of the profile to its calls', async () => {
    const iceServers = [{ urls: 'turn:turn.example.com', username: 'u', credential: 'c' }];
    const { studio } = await makeRegisteredPhone({ iceServers });
    expect(studio.iceServers).toEqual(iceServers);
  });

  it('takes commands for a call that is gone without harm', async () => {
    const { phone, far, screen } = await makePhoneInCall();
    const { id } = screen;
    phone.hangUp(id);
    await far.isEnded();
    const shown = phone.snapshot.calls;
    phone.hangUp(id);
    phone.mute(id, true);
    phone.sendDtmf(id, '1');
    expect(phone.answer(id)).toEqual({ ok: false, why: 'gone' });
    expect(phone.snapshot.calls).toEqual(shown);
  });

  it('takes a call off the screen only when it has ended', async () => {
    const { phone, screen } = await makePhoneInCall();
    phone.dismiss(screen.id);
    expect(phone.snapshot.calls).toHaveLength(1);
  });
});

describe('being told with what to sign in', () => {
  it('changes nothing when it is the same again', async () => {
    const { phone, setup, wire, gateway } = await makeRegisteredPhone();
    const { lines } = wire;
    await phone.configure({ ...setup });
    await settle();
    expect(wire.lines).toEqual(lines);
    expect(gateway.attempts).toBe(1);
  });

  it('twice at once opens one connection', async () => {
    const { phone, setup, gateway, screen } = makePhone();
    await Promise.all([phone.configure(setup), phone.configure({ ...setup })]);
    await screen.registration('registered');
    expect(gateway.attempts).toBe(1);
  });

  it('changes the account at once while no call is up', async () => {
    const { phone, setup, gateway, screen } = await makeRegisteredPhone();
    await phone.configure({ ...setup, extension: '207' });
    await screen.shows(
      ({ account, registration }) => account?.extension === '207' && registration.state === 'registered',
    );
    expect(gateway.connections).toBe(1);
  });

  it('changes the account only after the call that is up', async () => {
    const { phone, setup, far, screen } = await makePhoneInCall();
    await phone.configure({ ...setup, extension: '207' });
    await settle();
    expect(phone.snapshot).toMatchObject({ account: { extension: '201' }, calls: [{ state: 'active' }] });
    await far.hangUp();
    await screen.shows(
      ({ account, registration }) => account?.extension === '207' && registration.state === 'registered',
    );
  });

  it('follows the last word when the account changes several times in a call', async () => {
    const { phone, setup, far, screen } = await makePhoneInCall();
    await phone.configure({ ...setup, extension: '207' });
    await phone.configure(setup);
    await far.hangUp();
    await screen.until('ended');
    await settle();
    expect(phone.snapshot).toMatchObject({
      account: { extension: '201' },
      registration: { state: 'registered' },
    });
  });

  it('is not brought forward by a second call that ends at once', async () => {
    const { phone, setup, carol, wire } = await makePhoneInCall();
    await phone.configure({ ...setup, extension: '207' });
    await carol.calls();
    await wire.until('phone → 486 Busy Here');
    await settle();
    expect(phone.snapshot).toMatchObject({ account: { extension: '201' } });
    expect(phone.snapshot.calls[0]).toMatchObject({ state: 'active' });
  });
});

describe('signing out', () => {
  it('hangs up the call that is up', async () => {
    const { phone, far, wire } = await makePhoneInCall();
    await phone.configure(null);
    await wire.until('phone → BYE');
    await far.isEnded();
    expect(phone.snapshot).toMatchObject({ account: null, calls: [{ state: 'ended' }] });
  });

  it('cancels a call that rings there, and declines one that rings here', async () => {
    const out = await makeRegisteredPhone();
    const far = await dial(out);
    await far.ring();
    await out.screen.until('ringing');
    await out.phone.configure(null);
    await far.isEnded();
    const inward = await makeRegisteredPhone();
    const caller = await inward.bob.calls();
    await inward.screen.until('ringing');
    await inward.phone.configure(null);
    await caller.isEnded();
  });

  it('during an attempt that hangs ends it', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.mode = 'silent';
    await phone.configure(setup);
    await phone.configure(null);
    expect(screen.registrations.at(-1)).toEqual({ state: 'off' });
    await pass(60_000);
    expect(gateway.attempts).toBe(1);
  });

  it('during the pause before the next attempt ends it', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.mode = 'refusing';
    await phone.configure(setup);
    await screen.registration('failed');
    await phone.configure(null);
    const { attempts } = gateway;
    await pass(60_000);
    expect(gateway.attempts).toBe(attempts);
    expect(phone.snapshot.registration).toEqual({ state: 'off' });
  });
});
