import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccessToken } from '../core/auth/access-token';
import { dial, makePhone, type PhoneAndWorld } from './make-phone';
import { pass, settle } from './pass';

const register = 'phone → REGISTER sip:example.com';
const challenged = 'phone ← 401 Unauthorized (REGISTER)';
const ok = 'phone ← 200 OK (REGISTER)';
const invite = 'phone → INVITE sip:202@example.com';
const accountsAddress = 'https://accounts.example.com';
const refusedByProxy = `Proxy-Authenticate: Bearer realm="example.com", authz_server="${accountsAddress}", error="invalid_token"`;

afterEach(() => {
  vi.useRealTimers();
});

/** A phone whose person has signed on, and a gateway that takes tokens beside passwords. */
function makeSignedOnPhone(
  issue: (world: PhoneAndWorld) => AccessToken | null = ({ accounts }) => accounts.issue(),
): PhoneAndWorld {
  const world = makePhone();
  Object.assign(world.gateway.registrar.gate, { bearer: 'last' });
  const credentials = { kind: 'token', token: issue(world), accountsAddress } as const;
  return { ...world, setup: { ...world.setup, credentials } };
}

async function makeRegistered(issue?: (world: PhoneAndWorld) => AccessToken | null) {
  const world = makeSignedOnPhone(issue);
  await world.phone.configure(world.setup);
  await world.screen.registration('registered');
  return world;
}

const said = (request: string, name = 'Authorization') =>
  new RegExp(`^${name}: (.*)\r$`, 'm').exec(request)?.[1] ?? '';
const count = ({ wire }: PhoneAndWorld, line: string) => wire.lines.filter((each) => each === line).length;

describe('a token', () => {
  it('signs in before anyone asks', async () => {
    const { wire } = await makeRegistered();
    expect(wire.lines).toEqual([register, ok]);
    expect(said(await wire.until(register))).toBe('Bearer token-1');
  });

  it.each(['first', 'last'] as const)(
    'is shown to a server that asks for it %s, and no digest is',
    async (bearer) => {
      const world = makeSignedOnPhone(() => null);
      Object.assign(world.gateway.registrar.gate, { bearer, algorithms: ['MD5', 'SHA-256'] });
      await world.phone.configure(world.setup);
      await world.screen.registration('registered');
      expect(world.wire.lines).toEqual([register, challenged, register, ok]);
      expect(world.gateway.registrar.gate.proofs).toEqual(['Bearer token-1']);
      expect(world.accounts.asked).toBe(1);
    },
  );

  it('goes along with every request of a call, the newest each time', async () => {
    const world = await makeRegistered();
    const far = await dial(world);
    expect(said(await world.wire.until(invite))).toBe('Bearer token-1');
    await far.answer();
    await world.screen.until('active');
    await far.isAnswered();
    world.phone.renew(world.accounts.issue());
    world.phone.hangUp(world.screen.id);
    expect(said(await world.wire.until('phone → BYE'))).toBe('Bearer token-2');
  });

  it('that was renewed meanwhile refreshes and ends the registration', async () => {
    vi.useFakeTimers();
    const world = makeSignedOnPhone();
    world.gateway.registrar.grantsSec = 30;
    await world.phone.configure(world.setup);
    await settle();
    world.phone.renew(world.accounts.issue());
    await pass(16_000);
    world.phone.renew(world.accounts.issue());
    await world.phone.configure(null);
    const { proofs } = world.gateway.registrar.gate;
    expect(proofs).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3']);
  });

  it('in a setup that is otherwise the same is taken without signing in anew', async () => {
    const world = await makeRegistered();
    const credentials = { kind: 'token', token: world.accounts.issue(), accountsAddress } as const;
    await world.phone.configure({ ...world.setup, credentials });
    await settle();
    expect(world.wire.lines).toEqual([register, ok]);
    await dial(world);
    expect(said(await world.wire.until(invite))).toBe('Bearer token-2');
  });

  it('is not shown by itself once its time is over', async () => {
    vi.useFakeTimers();
    const world = makeSignedOnPhone(({ accounts }) => accounts.issue({ lifetimeMs: 20_000 }));
    world.gateway.registrar.grantsSec = 60;
    await world.phone.configure(world.setup);
    await settle();
    await pass(31_000);
    const { proofs } = world.gateway.registrar.gate;
    expect(proofs).toEqual(['Bearer token-1', 'Bearer token-2']);
    const registers = world.wire.lines.filter((line) => line.includes('REGISTER'));
    expect(registers).toEqual([register, ok, register, challenged, register, ok]);
    expect(world.accounts.asked).toBe(1);
  });
});

describe('a token that is refused', () => {
  it('is renewed once, and the registration goes on', async () => {
    const world = makeSignedOnPhone(({ accounts }) => accounts.issue({ isGood: false }));
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    expect(world.wire.lines).toEqual([register, challenged, register, ok]);
    expect(world.accounts.asked).toBe(1);
    expect(world.screen.registrations.map(({ state }) => state)).not.toContain('failed');
  });

  it('twice means signing in again, and is not tried a third time', async () => {
    vi.useFakeTimers();
    const world = makeSignedOnPhone(({ accounts }) => accounts.issue({ isGood: false }));
    world.accounts.givesGood = false;
    await world.phone.configure(world.setup);
    await settle();
    expect(await world.screen.registration('failed')).toMatchObject({
      why: 'sign-in-again',
      sipStatus: 401,
      retryAt: null,
    });
    await pass(180_000);
    expect(world.wire.lines).toEqual([register, challenged, register, challenged]);
    expect(world.accounts.asked).toBe(1);
  });

  it('and cannot be renewed without the person means signing in again, after which it works', async () => {
    const world = await makeRegistered(({ accounts }) => accounts.issue());
    world.accounts.revoke();
    world.accounts.answer = { ok: false, why: 'sign-in-again' };
    await world.phone.configure(null);
    await world.phone.configure(world.setup);
    expect(await world.screen.registration('failed')).toMatchObject({ why: 'sign-in-again', retryAt: null });
    const credentials = { kind: 'token', token: world.accounts.issue(), accountsAddress } as const;
    await world.phone.configure({ ...world.setup, credentials });
    await world.screen.registration('registered');
  });

  it('while the accounts service cannot be reached is tried again until it can', async () => {
    vi.useFakeTimers();
    const world = makeSignedOnPhone(() => null);
    world.accounts.answer = { ok: false, why: 'accounts-unreachable' };
    await world.phone.configure(world.setup);
    await settle();
    const failed = await world.screen.registration('failed');
    expect(failed.why).toBe('accounts-unreachable');
    expect(failed.retryAt).not.toBeNull();
    await pass(10_000);
    expect(world.screen.registrations.at(-1)?.state).toBe('failed');
    world.phone.renew(world.accounts.issue());
    await settle();
    await world.screen.registration('registered');
  });

  it('with a call is renewed, and the call goes out', async () => {
    const world = await makeRegistered();
    const far = await dial(world);
    await far.refuse(407, [refusedByProxy]);
    const again = await world.bob.isCalled();
    await world.wire.until(invite);
    const second = await world.wire.until(invite);
    expect(said(second)).toBe('Bearer token-2');
    expect(said(second, 'Proxy-Authorization')).toBe('Bearer token-2');
    await again.answer();
    await world.screen.until('active');
    expect(world.accounts.asked).toBe(1);
  });

  it('with a call for good ends the call, and the registration tells why', async () => {
    const world = await makeRegistered();
    world.accounts.answer = { ok: false, why: 'sign-in-again' };
    const far = await dial(world);
    world.accounts.revoke();
    await far.refuse(407, [refusedByProxy]);
    expect(await world.screen.until('ended')).toMatchObject({ cause: { sipStatus: 407 } });
    expect(await world.screen.registration('failed')).toMatchObject({ why: 'sign-in-again', retryAt: null });
    expect(count(world, invite)).toBe(1);
  });

  it('with a call that is cancelled before another one has come does not ring', async () => {
    const world = await makeRegistered();
    let come: (value: null) => void = () => {};
    world.accounts.thinking = new Promise((resolve) => {
      come = resolve;
    });
    const far = await dial(world);
    await far.refuse(407, [refusedByProxy]);
    await world.wire.until('phone → ACK');
    world.phone.hangUp(world.screen.id);
    come(null);
    await settle();
    expect(count(world, invite)).toBe(1);
  });

  it('in two requests at a time is renewed once for both', async () => {
    vi.useFakeTimers();
    const world = makeSignedOnPhone();
    world.gateway.registrar.grantsSec = 30;
    await world.phone.configure(world.setup);
    await settle();
    let come: (value: null) => void = () => {};
    world.accounts.thinking = new Promise((resolve) => {
      come = resolve;
    });
    world.accounts.revoke();
    await world.phone.place({ typed: '202', sent: '202', dtmf: '', isEmergency: false });
    await settle();
    const far = await world.bob.isCalled();
    await far.refuse(407, [refusedByProxy]);
    await pass(16_000);
    expect(count(world, challenged)).toBe(1);
    come(null);
    await settle();
    await world.bob.isCalled();
    expect(world.accounts.asked).toBe(1);
    expect(world.screen.registrations.at(-1)?.state).toBe('registered');
  });
});

describe('a proxy that looks for the token in its own header', () => {
  it('gets it there from the first call on', async () => {
    const world = await makeRegistered();
    const asks = `Proxy-Authenticate: Bearer realm="example.com", authz_server="${accountsAddress}"`;
    const far = await dial(world);
    await far.refuse(407, [asks]);
    const again = await world.bob.isCalled();
    await again.refuse(486);
    await world.screen.until('ended');
    await dial(world);
    const calls = [
      await world.wire.until(invite),
      await world.wire.until(invite),
      await world.wire.until(invite),
    ];
    expect(calls.map((call) => said(call, 'Proxy-Authorization'))).toEqual([
      '',
      'Bearer token-1',
      'Bearer token-1',
    ]);
    expect(world.accounts.asked).toBe(0);
  });
});

describe('whoever is not our telephone system', () => {
  const asks = (server: string) => [
    `WWW-Authenticate: Bearer realm="example.com", authz_server="${server}", error="invalid_token"`,
  ];

  it('gets no token with a call to another domain, and none when it asks', async () => {
    const world = await makeRegistered();
    await world.phone.place({ typed: 'x', sent: 'sip:202@elsewhere.example', dtmf: '', isEmergency: false });
    const far = await world.bob.isCalled();
    await far.refuse(401, asks(accountsAddress));
    await world.screen.until('ended');
    expect(world.wire.lines.filter((line) => line.startsWith('phone → INVITE'))).toHaveLength(1);
    expect(await world.wire.until('phone → INVITE')).not.toContain('token-');
    expect(world.accounts.asked).toBe(0);
  });

  it('gets none when it called us and we hang up', async () => {
    const world = await makeRegistered();
    const far = await world.bob.calls();
    await world.screen.until('ringing');
    world.phone.answer(world.screen.id);
    await far.isAnswered();
    world.phone.hangUp(world.screen.id);
    expect(await world.wire.until('phone → BYE')).not.toContain('token-');
  });

  it('gets none for naming another accounts service', async () => {
    const world = await makeRegistered();
    const far = await dial(world);
    await far.refuse(401, asks('https://accounts.evil.example'));
    await world.screen.until('ended');
    expect(count(world, invite)).toBe(1);
    expect(world.accounts.asked).toBe(0);
  });
});

it('a server that takes passwords only says so to who has signed on', async () => {
  const world = makeSignedOnPhone();
  world.gateway.registrar.gate.bearer = 'none';
  await world.phone.configure(world.setup);
  expect(await world.screen.registration('failed')).toMatchObject({ why: 'needs-password', retryAt: null });
});

it('an emergency call shows the token to a gateway where nobody is registered', async () => {
  const world = await makeRegistered();
  world.gateway.registrar.refuses = { statusCode: 503 };
  world.gateway.kill();
  world.gateway.restart();
  await world.screen.registration('failed');
  await world.phone.place({ typed: '112', sent: '202', dtmf: '', isEmergency: true });
  await world.bob.isCalled();
  expect(said(await world.wire.until(invite))).toBe('Bearer token-1');
});
