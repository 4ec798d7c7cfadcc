import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptySnapshot } from '../core/snapshot';
import { firstUrl, makePhone, makeRegisteredPhone, withPassword } from './make-phone';
import { pass } from './pass';

const challenge = 'phone ← 401 Unauthorized';
const register = 'phone → REGISTER sip:example.com';
const ok = 'phone ← 200 OK (REGISTER)';

afterEach(() => {
  vi.useRealTimers();
});

describe('signing in', () => {
  it('answers a digest challenge and is registered for as long as the server granted', async () => {
    const { phone, setup, wire, gateway, screen } = makePhone();
    gateway.registrar.grantsSec = 119;
    await phone.configure(setup);
    const registered = await screen.registration('registered');
    expect(registered).toMatchObject({ expiresSec: 119, gateway: { url: firstUrl, index: 0 } });
    expect(wire.lines).toEqual([register, `${challenge} (REGISTER)`, register, ok]);
    expect(screen.registrations.map(({ state }) => state)).toEqual(['off', 'registering', 'registered']);
  });

  it('answers a challenge without qop as well, as RFC 2617 servers send it', async () => {
    const { phone, setup, gateway, screen } = makePhone();
    gateway.registrar.gate.qop = '';
    await phone.configure(setup);
    await screen.registration('registered');
  });

  it('binds one contact to this installation, so that a new start leaves no stale one behind', async () => {
    const { setup, wire } = await makeRegisteredPhone();
    const request = await wire.until(register);
    const contact = /^Contact: (.*)$/m.exec(request)?.[1];
    expect(contact).toContain(';reg-id=1');
    expect(contact).toContain(`;+sip.instance="<urn:uuid:${setup.instanceId}>"`);
    expect(contact).toContain(';expires=600');
    expect(request).toMatch(/^Supported: .*\boutbound\b/m);
  });

  it('asks for the longer time that the server insists on', async () => {
    const { phone, setup, wire, gateway, screen } = makePhone();
    Object.assign(gateway.registrar, { minimumSec: 1_800, grantsSec: 3_600 });
    await phone.configure(setup);
    expect(await screen.registration('registered')).toMatchObject({ expiresSec: 1_800 });
    await wire.until('phone ← 423 Interval Too Brief (REGISTER)');
  });

  it('is registered with a server that asks for no password', async () => {
    const { phone, setup, wire, gateway, screen } = makePhone();
    gateway.registrar.gate.password = null;
    await phone.configure(setup);
    await screen.registration('registered');
    expect(wire.lines).toEqual([register, ok]);
  });

  it('never says the password on the wire', async () => {
    const { wire } = await makeRegisteredPhone(withPassword('secret'));
    await wire.until(register);
    expect(await wire.until(register)).not.toContain('secret');
  });
});

describe('a refused registration', () => {
  it('with a wrong password says so and never tries again, so that the account is not locked', async () => {
    vi.useFakeTimers();
    const { phone, setup, wire, screen } = makePhone(withPassword('wrong'));
    await phone.configure(setup);
    const failed = await screen.registration('failed');
    expect(failed).toMatchObject({ why: 'wrong-password', sipStatus: 401, retryAt: null });
    await pass(120_000);
    expect(wire.lines).toEqual([register, `${challenge} (REGISTER)`, register, `${challenge} (REGISTER)`]);
  });

  it('with a wrong password is the same when the server quotes the algorithm', async () => {
    const { phone, setup, gateway, screen } = makePhone(withPassword('wrong'));
    gateway.registrar.gate.algorithms = ['"MD5"'];
    await phone.configure(setup);
    expect(await screen.registration('failed')).toMatchObject({ why: 'wrong-password' });
  });

  it.each(['SHA-1', '"AKAv1-MD5"'])(
    'for %s says that the server wants a digest that we lack',
    async (algorithm) => {
      const { phone, setup, gateway, screen } = makePhone();
      gateway.registrar.gate.algorithms = [algorithm];
      await phone.configure(setup);
      expect(await screen.registration('failed')).toMatchObject({ why: 'unsupported-digest', retryAt: null });
    },
  );

  it.each([
    [403, 'forbidden', 'waits for the person'],
    [404, 'unknown-user', 'waits for the person'],
    [503, 'server-busy', 'tries again'],
    [500, 'server-error', 'tries again'],
  ])('with %i is told as %s and %s', async (statusCode, why, then) => {
    const { phone, setup, gateway, screen } = makePhone();
    gateway.registrar.refuses = { statusCode };
    await phone.configure(setup);
    const failed = await screen.registration('failed');
    expect(failed).toMatchObject({ why, sipStatus: statusCode });
    expect(failed.retryAt === null).toBe(then === 'waits for the person');
  });

  it('with 503 ends as soon as the server has room', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.registrar.refuses = { statusCode: 503 };
    await phone.configure(setup);
    await screen.registration('failed');
    gateway.registrar.refuses = null;
    await pass(1_000);
    await screen.registration('registered');
  });

  it('is tried anew when the person signs in again', async () => {
    const { phone, setup, gateway, screen } = makePhone();
    gateway.registrar.gate.password = 'changed';
    await phone.configure(setup);
    await screen.registration('failed');
    gateway.registrar.gate.password = 'secret';
    await phone.configure(setup);
    await screen.registration('registered');
  });
});

describe('a registration', () => {
  it.each([
    [300, 240],
    [119, 59.5],
    [30, 15],
  ])('that was granted for %i s is refreshed after %d s', async (grantsSec, refreshAfterSec) => {
    vi.useFakeTimers();
    const { phone, setup, wire, gateway, screen } = makePhone();
    gateway.registrar.grantsSec = grantsSec;
    await phone.configure(setup);
    await screen.registration('registered');
    const registers = () => wire.lines.filter((line) => line === register).length;
    await pass(refreshAfterSec * 1_000 - 100);
    expect(registers()).toBe(2);
    await pass(200);
    expect(registers()).toBeGreaterThan(2);
    expect(gateway.registrar.bindings.size).toBe(1);
  });

  it('that the server no longer grants at a refresh is lost', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.registrar.grantsSec = 30;
    await phone.configure(setup);
    await screen.registration('registered');
    gateway.registrar.refuses = { statusCode: 403 };
    await pass(16_000);
    expect(await screen.registration('failed')).toMatchObject({ why: 'forbidden', retryAt: null });
  });

  it('whose refresh is never answered is given up and made anew', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    gateway.registrar.grantsSec = 30;
    await phone.configure(setup);
    await screen.registration('registered');
    gateway.registrar.isMute = true;
    await pass(15_000 + 8_100);
    expect(await screen.registration('failed')).toMatchObject({ why: 'timeout' });
    gateway.registrar.isMute = false;
    await pass(1_000);
    await screen.registration('registered');
  });
});

describe('signing out', () => {
  it('takes the binding away and closes the connection', async () => {
    const { phone, wire, gateway, screen } = await makeRegisteredPhone();
    expect(gateway.registrar.bindings.size).toBe(1);
    await phone.configure(null);
    expect(gateway.registrar.bindings.size).toBe(0);
    expect(gateway.connections).toBe(0);
    expect(phone.snapshot).toEqual(emptySnapshot);
    expect(screen.registrations.at(-1)).toEqual({ state: 'off' });
    expect(wire.lines.at(-1)).toBe(ok);
  });

  it('does not wait for a gateway that is frozen', async () => {
    vi.useFakeTimers();
    const { phone, gateway } = await makeRegisteredPhone();
    gateway.mode = 'frozen';
    const signedOut = phone.configure(null);
    await pass(1_100);
    await signedOut;
    expect(phone.snapshot.registration).toEqual({ state: 'off' });
  });

  it('and in again at once takes the old binding away before it makes the new one', async () => {
    const { phone, setup, wire, gateway, screen } = await makeRegisteredPhone();
    const signedOut = phone.configure(null);
    const signedIn = phone.configure(setup);
    await Promise.all([signedOut, signedIn]);
    await screen.registration('registered');
    expect(gateway.registrar.bindings.size).toBe(1);
    expect(gateway.connections).toBe(1);
    const once = [register, `${challenge} (REGISTER)`, register, ok];
    expect(wire.lines).toEqual([...once, ...once, ...once]);
  });
});
