import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dial,
  firstUrl,
  makePhone,
  makePhoneInCall,
  makeRegisteredPhone,
  secondUrl,
  withPassword,
} from './make-phone';
import { pass } from './pass';

const both = { gateways: [firstUrl, secondUrl] } as const;
const atSecondary = { gateway: { url: secondUrl, index: 1 } };

afterEach(() => {
  vi.useRealTimers();
});

describe('before anyone is registered', () => {
  it('a primary that refuses is left for the secondary at once', async () => {
    const { phone, setup, gateway, screen } = makePhone(both);
    gateway.mode = 'refusing';
    await phone.configure(setup);
    expect(await screen.registration('registered')).toMatchObject(atSecondary);
    expect(screen.registrations.map(({ state }) => state)).not.toContain('failed');
  });

  it('nobody waits for a diagnosis of the primary while there is a secondary to try', async () => {
    const { phone, setup, gateway, screen } = makePhone(both);
    gateway.mode = 'refusing';
    gateway.diagnose = () => new Promise(() => {});
    await phone.configure(setup);
    expect(await screen.registration('registered')).toMatchObject(atSecondary);
  });

  it('a primary that does not answer is left for the secondary after five seconds', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone(both);
    gateway.mode = 'silent';
    await phone.configure(setup);
    await pass(5_100);
    expect(await screen.registration('registered')).toMatchObject(atSecondary);
  });

  it('why it failed is still said while it is tried again, which takes ten times longer than the pause', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.mode = 'silent';
    await phone.configure(setup);
    await pass(5_100);
    expect(screen.registrations.at(-1)).toMatchObject({ state: 'failed', why: 'timeout' });
    await pass(1_000);
    const after = { gateway: { url: firstUrl, index: 0 }, why: 'timeout' };
    expect(screen.registrations.at(-1)).toMatchObject({ state: 'registering', after });
  });

  it('a primary without room is left for the secondary', async () => {
    const { phone, setup, gateway, screen } = makePhone(both);
    gateway.registrar.refuses = { statusCode: 503 };
    await phone.configure(setup);
    expect(await screen.registration('registered')).toMatchObject(atSecondary);
    expect(gateway.connections).toBe(0);
  });

  it('a primary that refuses the password is not left: the secondary would count it as well', async () => {
    const { phone, setup, secondary, screen } = makePhone({ ...both, ...withPassword('wrong') });
    await phone.configure(setup);
    await screen.registration('failed');
    expect(secondary.attempts).toBe(0);
  });

  it.each([
    ['refusing', 'refused', 'refused'],
    ['refusing', null, 'unreachable'],
    ['blocked', null, 'blocked'],
  ] as const)(
    'a gateway that is %s, of which the network says %s, is told as %s',
    async (mode, diagnosis, why) => {
      const { phone, setup, gateway, screen } = makePhone();
      gateway.mode = mode;
      gateway.diagnose = async () => diagnosis;
      await phone.configure(setup);
      expect(await screen.registration('failed')).toMatchObject({ why, gateway: { url: firstUrl } });
    },
  );

  it.each([
    ['fails', () => Promise.reject(new Error('the worker is gone'))],
    ['never comes', () => new Promise<null>(() => {})],
  ])('a diagnosis that %s keeps nobody from trying again', async (_title, diagnose) => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.mode = 'refusing';
    gateway.diagnose = diagnose;
    await phone.configure(setup);
    await pass(5_000);
    gateway.restart();
    await pass(6_000);
    await screen.registration('registered');
  });

  it('a gateway that never answers is told as a timeout', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.mode = 'silent';
    await phone.configure(setup);
    await pass(5_100);
    expect(await screen.registration('failed')).toMatchObject({ why: 'timeout' });
  });
});

describe('when both gateways are dead', () => {
  it('the pause grows to half a minute, and trying never ends', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, secondary, screen } = makePhone(both);
    gateway.mode = 'refusing';
    secondary.mode = 'refusing';
    await phone.configure(setup);
    await screen.registration('failed');
    const pauses: number[] = [];
    while (pauses.length < 12) {
      const { retryAt } = await screen.registration('failed');
      const pauseMs = (retryAt ?? Number.NaN) - Date.now();
      pauses.push(pauseMs);
      await pass(pauseMs);
      await screen.shows(({ registration }) => 'retryAt' in registration && registration.retryAt !== retryAt);
    }
    expect(pauses[0]).toBeLessThanOrEqual(500);
    expect(pauses[3]).toBeGreaterThan(pauses[0] ?? 0);
    expect(pauses.slice(7).every((ms) => ms >= 15_000 && ms <= 30_000)).toBe(true);
    expect(gateway.attempts).toBe(secondary.attempts);
  });

  it('the network that comes back ends the pause', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.mode = 'refusing';
    await phone.configure(setup);
    await screen.registration('failed');
    gateway.restart();
    phone.retryNow();
    await screen.registration('registered');
  });
});

describe('while idle', () => {
  it('a primary that dies is left for the secondary at once', async () => {
    const { gateway, screen } = await makeRegisteredPhone(both);
    gateway.kill();
    await screen.registration('registering');
    expect(await screen.registration('registered')).toMatchObject(atSecondary);
  });

  it('a secondary that dies is left for the primary', async () => {
    const { gateway, secondary, screen } = await makeRegisteredPhone(both);
    gateway.kill();
    await screen.shows(
      ({ registration }) => registration.state === 'registered' && registration.gateway.index === 1,
    );
    gateway.restart();
    secondary.kill();
    await screen.shows(
      ({ registration }) => registration.state === 'registered' && registration.gateway.index === 0,
    );
  });

  it('without failover the one gateway is tried again until it is back', async () => {
    vi.useFakeTimers();
    const { gateway, screen } = await makeRegisteredPhone();
    gateway.kill();
    expect(await screen.registration('failed')).toMatchObject({ why: 'closed' });
    gateway.restart();
    await pass(2_000);
    await screen.registration('registered');
  });
});

describe('in a call', () => {
  it('a primary that dies leaves the call its audio and says that signalling is lost', async () => {
    const { gateway, studio, screen } = await makePhoneInCall(both);
    gateway.kill();
    await screen.shows(
      ({ registration }) => registration.state === 'registered' && registration.gateway.index === 1,
    );
    expect(screen.call).toMatchObject({ state: 'active', signalling: 'lost', isMuted: false });
    expect(studio.media.isClosed).toBe(false);
    expect(studio.media.isMicrophoneOpen).toBe(true);
  });

  it('such a call can still be muted and hung up', async () => {
    const { phone, gateway, studio, screen } = await makePhoneInCall(both);
    gateway.kill();
    await screen.shows(({ calls }) =>
      calls.some((call) => call.state === 'active' && call.signalling === 'lost'),
    );
    phone.mute(screen.id, true);
    expect(studio.media.isMuted).toBe(true);
    phone.hangUp(screen.id);
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'hung-up-here' } });
    expect(studio.media.isClosed).toBe(true);
  });

  it('a gateway that comes back has its call back, and hears of the end', async () => {
    vi.useFakeTimers();
    const { phone, gateway, far, screen } = await makePhoneInCall();
    gateway.kill();
    await screen.shows(({ calls }) =>
      calls.some((call) => call.state === 'active' && call.signalling === 'lost'),
    );
    gateway.restart();
    await pass(2_000);
    await screen.shows(({ calls }) =>
      calls.some((call) => call.state === 'active' && call.signalling === 'ok'),
    );
    phone.hangUp(screen.id);
    await far.isEnded();
  });

  it('audio that fails ends the call, since nothing is left of it', async () => {
    const { gateway, studio, screen } = await makePhoneInCall(both);
    gateway.kill();
    await screen.shows(({ calls }) =>
      calls.some((call) => call.state === 'active' && call.signalling === 'lost'),
    );
    studio.media.fail();
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'media-failed' } });
  });
});

describe('before the answer', () => {
  it('a call that is being dialled ends when the gateway is gone', async () => {
    const world = await makeRegisteredPhone(both);
    await dial(world);
    world.gateway.kill();
    expect(await world.screen.until('ended')).toMatchObject({ cause: { kind: 'no-connection' } });
  });

  it('a call that rings at the far end ends too, and a late answer is hung up rather than left to talk to nobody', async () => {
    vi.useFakeTimers();
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.ring();
    await world.screen.until('ringing');
    world.gateway.kill();
    expect(await world.screen.until('ended')).toMatchObject({ cause: { kind: 'no-connection' } });
    world.gateway.restart();
    await pass(2_000);
    await world.screen.registration('registered');
    await far.answer();
    await world.wire.until('phone → BYE');
    await far.isEnded();
    expect(world.studio.media.isMicrophoneOpen).toBe(false);
  });

  it('a call that cannot be sent at all ends for want of a connection', async () => {
    const world = await makeRegisteredPhone();
    world.gateway.halfClose();
    await world.phone.place({ typed: '202', sent: '202', dtmf: '', isEmergency: false });
    expect(await world.screen.until('ended')).toMatchObject({ cause: { kind: 'no-connection' } });
  });

  it('an inbound call rings on for eight seconds', async () => {
    vi.useFakeTimers();
    const { bob, gateway, studio, screen } = await makeRegisteredPhone();
    await bob.calls();
    await screen.until('ringing');
    gateway.kill();
    await screen.registration('failed');
    await pass(7_000);
    expect(screen.call.state).toBe('ringing');
    await pass(1_500);
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'no-connection' } });
    expect(studio.media.isClosed).toBe(true);
  });

  it('an inbound call of which the gateway has since said nothing rings on for thirty seconds', async () => {
    vi.useFakeTimers();
    const { bob, gateway, screen } = await makeRegisteredPhone();
    await bob.calls();
    await screen.until('ringing');
    gateway.kill();
    gateway.restart();
    await pass(28_000);
    expect(screen.call.state).toBe('ringing');
    await pass(3_000);
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'no-connection' } });
  });

  it('an inbound call can be answered when the gateway is back in time', async () => {
    vi.useFakeTimers();
    const { phone, bob, gateway, screen } = await makeRegisteredPhone();
    const far = await bob.calls();
    await screen.until('ringing');
    gateway.kill();
    gateway.restart();
    await pass(2_000);
    await screen.registration('registered');
    await pass(10_000);
    expect(screen.call.state).toBe('ringing');
    phone.answer(screen.id);
    await far.isAnswered();
    await screen.until('active');
  });
});
