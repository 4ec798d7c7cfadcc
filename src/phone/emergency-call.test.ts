import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DialResult, PlaceCall } from '../bus/protocol';
import type { FakePerson } from './fake-person';
import {
  dial,
  firstUrl,
  makePhone,
  makePhoneInCall,
  makeRegisteredPhone,
  type PhoneAndWorld,
  secondUrl,
  withPassword,
} from './make-phone';
import { pass } from './pass';

const forHelp: PlaceCall = { typed: '112', sent: '112', dtmf: '', isEmergency: true };
const invite = 'phone → INVITE sip:112@example.com';
const both = { gateways: [firstUrl, secondUrl], everyGateway: [firstUrl, secondUrl] } as const;

type HelpAndWorld = PhoneAndWorld & { near: FakePerson; far: FakePerson };

/** The emergency service behind the first gateway, and behind the other one. */
const withHelp = (world: PhoneAndWorld): HelpAndWorld => ({
  ...world,
  near: world.gateway.person('112', '112-near'),
  far: world.secondary.person('112', '112-far'),
});

const idOf = (result: DialResult) => {
  if (!result.ok) throw new Error(`not placed: ${result.why}`);
  return result.callId;
};

afterEach(() => {
  vi.useRealTimers();
});

describe('an emergency call', () => {
  it('goes out at the registered gateway and talks', async () => {
    const { phone, near, screen, wire } = withHelp(await makeRegisteredPhone(both));
    await phone.place({ ...forHelp, dtmf: '1' });
    const call = await near.isCalled();
    await call.ring();
    await screen.until('ringing');
    await call.answer();
    expect(await screen.until('active')).toMatchObject({ isEmergency: true, hasMicrophone: true });
    phone.hangUp(screen.id);
    await call.isEnded();
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'hung-up-here' } });
    expect(wire.lines.filter((line) => line === invite)).toHaveLength(1);
  });

  it('ends the call that is up', async () => {
    const world = await makePhoneInCall();
    const { phone, near, screen } = withHelp(world);
    await phone.place(forHelp);
    await near.isCalled();
    await world.far.isEnded();
    expect(screen.call).toMatchObject({ target: { sent: '112' }, state: 'dialing' });
  });

  it('turns away a caller who rings', async () => {
    const { phone, near, bob } = withHelp(await makeRegisteredPhone());
    const caller = await bob.calls();
    await phone.place(forHelp);
    await near.isCalled();
    await caller.isEnded();
  });

  it('goes out without leave to use the microphone, and says so when it is answered', async () => {
    const { phone, near, screen, studio } = withHelp(await makeRegisteredPhone());
    studio.access = 'denied';
    studio.microphone = 'denied';
    await phone.place(forHelp);
    const call = await near.isCalled();
    await call.ring();
    await screen.until('ringing');
    await call.answer();
    expect(await screen.until('active')).toMatchObject({ hasMicrophone: false });
  });

  it('can be cancelled while it rings', async () => {
    const { phone, near, screen } = withHelp(await makeRegisteredPhone());
    await phone.place(forHelp);
    const call = await near.isCalled();
    await call.ring();
    await screen.until('ringing');
    phone.hangUp(screen.id);
    await call.isEnded();
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'cancelled' } });
  });

  it('that the service hangs up is over, and goes nowhere else', async () => {
    const { phone, near, screen, wire } = withHelp(await makeRegisteredPhone(both));
    await phone.place(forHelp);
    const call = await near.isCalled();
    await call.answer();
    await call.isAnswered();
    await call.hangUp();
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'hung-up-there' } });
    expect(wire.lines.filter((line) => line === invite)).toHaveLength(1);
  });

  it('is refused only where nobody has signed in', async () => {
    const { phone } = makePhone();
    expect(await phone.place(forHelp)).toEqual({ ok: false, why: 'not-registered' });
  });
});

describe('without a registration', () => {
  it('an emergency call does not wait for one', async () => {
    const { phone, setup, gateway, near, wire } = withHelp(makePhone());
    gateway.registrar.isMute = true;
    await phone.configure(setup);
    idOf(await phone.place(forHelp));
    await near.isCalled();
    expect(wire.lines.join()).not.toContain('200 OK (REGISTER)');
  });

  it('it goes out where the password was refused', async () => {
    const { phone, setup, near, screen } = withHelp(makePhone(withPassword('wrong')));
    await phone.configure(setup);
    await screen.registration('failed');
    await phone.place(forHelp);
    const call = await near.isCalled();
    await call.answer();
    await screen.until('active');
    phone.hangUp(screen.id);
    await call.isEnded();
  });

  it('it goes out while the account is being changed', async () => {
    const { phone, setup, near, screen } = withHelp(await makeRegisteredPhone());
    void phone.configure({ ...setup, displayName: 'Alice' });
    idOf(await phone.place(forHelp));
    const call = await near.isCalled();
    await call.answer();
    await screen.until('active');
  });

  it('it leaves a gateway that refuses connections for the next one', async () => {
    const { phone, setup, gateway, far, screen } = withHelp(makePhone(both));
    gateway.mode = 'refusing';
    await phone.configure(setup);
    await phone.place(forHelp);
    const call = await far.isCalled();
    await call.answer();
    await screen.until('active');
  });

  it('it also tries a gateway that nobody registers at', async () => {
    const { phone, setup, gateway, far, screen } = withHelp(
      makePhone({ gateways: [firstUrl], everyGateway: [firstUrl, secondUrl] }),
    );
    gateway.mode = 'refusing';
    await phone.configure(setup);
    await screen.registration('failed');
    await phone.place(forHelp);
    await far.isCalled();
  });

  it('it leaves a gateway to which no connection opens after three seconds', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, far } = withHelp(makePhone(both));
    gateway.mode = 'silent';
    await phone.configure(setup);
    await phone.place(forHelp);
    await pass(2_900);
    const called = vi.fn();
    void far.isCalled().then(called);
    await pass(50);
    expect(called).not.toHaveBeenCalled();
    await pass(200);
    expect(called).toHaveBeenCalled();
  });

  it('it is one call on the screen, which ends with the last reason when nobody takes it', async () => {
    const { phone, setup, gateway, secondary, screen } = withHelp(makePhone(both));
    gateway.mode = 'refusing';
    secondary.mode = 'refusing';
    await phone.configure(setup);
    const id = idOf(await phone.place(forHelp));
    expect(await screen.until('ended')).toMatchObject({ id, cause: { kind: 'no-connection' } });
    expect(phone.snapshot.calls).toHaveLength(1);
  });

  it('it can be given up between two gateways', async () => {
    const { phone, setup, gateway, screen } = withHelp(makePhone(both));
    gateway.mode = 'silent';
    await phone.configure(setup);
    const id = idOf(await phone.place(forHelp));
    phone.hangUp(id);
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'cancelled' } });
  });
});

describe('a gateway that does not take an emergency call', () => {
  it.each([403, 404, 408, 480, 500, 503])('with %i makes it go on to the next', async (statusCode) => {
    const { phone, near, far, screen } = withHelp(await makeRegisteredPhone(both));
    const id = idOf(await phone.place(forHelp));
    await (await near.isCalled()).refuse(statusCode);
    const call = await far.isCalled();
    expect(screen.call).toMatchObject({ id, state: 'dialing' });
    await call.answer();
    expect(await screen.until('active')).toMatchObject({ id });
  });

  it.each([486, 600, 603])('with %i has reached somebody, and the call is over', async (statusCode) => {
    const { phone, near, screen, wire } = withHelp(await makeRegisteredPhone(both));
    await phone.place(forHelp);
    await (await near.isCalled()).refuse(statusCode);
    expect(await screen.until('ended')).toMatchObject({ cause: { sipStatus: statusCode } });
    expect(wire.lines.filter((line) => line === invite)).toHaveLength(1);
  });

  it('by saying nothing at all is left after four seconds', async () => {
    vi.useFakeTimers();
    const { phone, gateway, far, screen } = withHelp(await makeRegisteredPhone(both));
    gateway.mode = 'frozen';
    await phone.place(forHelp);
    await pass(4_100);
    const call = await far.isCalled();
    await call.answer();
    await screen.until('active');
  });

  it('but says that it tries is waited for', async () => {
    vi.useFakeTimers();
    const { phone, near, screen, wire } = withHelp(await makeRegisteredPhone(both));
    await phone.place(forHelp);
    const call = await near.isCalled();
    await call.ring({ statusCode: 100 });
    await pass(10_000);
    expect(wire.lines.filter((line) => line === invite)).toHaveLength(1);
    await call.answer();
    await screen.until('active');
  });

  it('because it dies under it makes it go on to the next', async () => {
    const { phone, gateway, near, far, screen } = withHelp(await makeRegisteredPhone(both));
    await phone.place(forHelp);
    await (await near.isCalled()).ring();
    await screen.until('ringing');
    gateway.kill();
    const call = await far.isCalled();
    await call.answer();
    await screen.until('active');
  });

  it('once the call is answered keeps it, even if it dies', async () => {
    const { phone, setup, gateway, secondary, far, screen, wire } = withHelp(makePhone(both));
    gateway.mode = 'refusing';
    secondary.registrar.isMute = true;
    await phone.configure(setup);
    await phone.place(forHelp);
    const call = await far.isCalled();
    await call.answer();
    await screen.until('active');
    secondary.kill();
    await screen.shows(({ calls }) =>
      calls.some((one) => one.state === 'active' && one.signalling === 'lost'),
    );
    expect(wire.lines.filter((line) => line === invite)).toHaveLength(1);
  });

  it('because nobody is registered there is tried once more when somebody is', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, near, screen } = withHelp(makePhone());
    gateway.registrar.isMute = true;
    await phone.configure(setup);
    await phone.place(forHelp);
    const first = await near.isCalled();
    await first.ring({ statusCode: 100 });
    gateway.registrar.isMute = false;
    await pass(15_000);
    expect(phone.snapshot.registration.state).toBe('registered');
    await first.refuse(403);
    const second = await near.isCalled();
    await second.answer();
    await screen.until('active');
  });
});

it('an ordinary call is possible after an emergency call', async () => {
  const world = withHelp(await makeRegisteredPhone());
  await world.phone.place(forHelp);
  await (await world.near.isCalled()).refuse(486);
  await world.screen.until('ended');
  await dial(world);
});
