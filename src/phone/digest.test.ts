import { describe, expect, it, vi } from 'vitest';
import { dial, makePhone, makeRegisteredPhone, withPassword } from './make-phone';
import { pass, settle } from './pass';

const register = 'phone → REGISTER sip:example.com';
const challenged = 'phone ← 401 Unauthorized (REGISTER)';
const ok = 'phone ← 200 OK (REGISTER)';
const invite = 'phone → INVITE sip:202@example.com';

const header = (request: string, name = 'Authorization') =>
  new RegExp(`^${name}: (.*)\r$`, 'm').exec(request)?.[1] ?? '';
const param = (value: string, name: string) => new RegExp(`\\b${name}="?([^",]*)`).exec(value)?.[1];

/** What the phone says of itself the first and the second time. */
async function bothRegisters({ wire }: { wire: { until(beginning: string): Promise<string> } }) {
  return [await wire.until(register), await wire.until(register)] as const;
}

describe('the digest of a registration', () => {
  it.each([
    [['SHA-256']],
    [['SHA-512-256']],
    [['MD5-sess']],
    [['SHA-256-sess']],
    [['"SHA-256"']],
    [['sha-256']],
  ])('is given for %j', async (algorithms) => {
    const world = makePhone();
    world.gateway.registrar.gate.algorithms = algorithms;
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    const [, second] = await bothRegisters(world);
    expect(param(header(second), 'algorithm')).toBe(algorithms[0]?.replaceAll('"', ''));
  });

  it.each([
    [['MD5', 'SHA-256'], 'SHA-256'],
    [['SHA-256', 'MD5'], 'SHA-256'],
    [['MD5', 'SHA-512-256', 'SHA-256'], 'SHA-512-256'],
    [['SHA-1', 'MD5'], 'MD5'],
  ])('with %j on offer is %s', async (algorithms, chosen) => {
    const world = makePhone();
    world.gateway.registrar.gate.algorithms = algorithms;
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    const [, second] = await bothRegisters(world);
    expect(param(header(second), 'algorithm')).toBe(chosen);
    expect(world.wire.lines).toEqual([register, challenged, register, ok]);
  });

  it.each(['first', 'last'] as const)('is given when a token is asked for %s', async (bearer) => {
    const { phone, setup, gateway, screen } = makePhone();
    Object.assign(gateway.registrar.gate, { bearer, algorithms: ['MD5', 'SHA-256'] });
    await phone.configure(setup);
    await screen.registration('registered');
    expect(gateway.registrar.gate.proofs.at(-1)).toMatch(/^Digest .*algorithm=SHA-256/);
  });

  it('gives back the opaque of the server and proves it for the address that is on the wire', async () => {
    const world = makePhone();
    Object.assign(world.gateway.registrar.gate, { more: 'opaque="a, b", ', realm: 'The "PBX"' });
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    const [first, second] = await bothRegisters(world);
    expect(header(first)).toBe('');
    expect(header(second)).toContain('opaque="a, b"');
    expect(header(second)).toContain('realm="The \\"PBX\\""');
    expect(param(header(second), 'uri')).toBe('sip:example.com');
    expect(header(second)).toContain('qop=auth, nc=00000001');
  });

  it('of a password with letters from everywhere is right', async () => {
    const { phone, setup, gateway, screen } = makePhone(withPassword('Grüße, 電話'));
    Object.assign(gateway.registrar.gate, { password: 'Grüße, 電話', algorithms: ['SHA-256'] });
    await phone.configure(setup);
    await screen.registration('registered');
  });

  it('is not there for a server that takes tokens only, and the person is told', async () => {
    const { phone, setup, gateway, screen } = makePhone();
    Object.assign(gateway.registrar.gate, { bearer: 'first', password: null });
    await phone.configure(setup);
    expect(await screen.registration('failed')).toMatchObject({ why: 'needs-token', retryAt: null });
  });
});

describe('a nonce', () => {
  it('that is good for more is used for a call without a challenge, with the next count', async () => {
    const world = makePhone();
    world.gateway.registrar.gate.usesOfNonce = 9;
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    const [, second] = await bothRegisters(world);
    await dial(world);
    const call = header(await world.wire.until(invite));
    expect(param(call, 'nonce')).toBe(param(header(second), 'nonce'));
    expect(param(call, 'nc')).toBe('00000002');
    expect(param(call, 'uri')).toBe('sip:202@example.com');
  });

  it('that is good for more refreshes the registration without a challenge', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, wire, screen } = makePhone();
    Object.assign(gateway.registrar, { grantsSec: 30 });
    gateway.registrar.gate.usesOfNonce = 9;
    await phone.configure(setup);
    await settle();
    await screen.registration('registered');
    await pass(16_000);
    expect(wire.lines.filter((line) => line.includes('REGISTER'))).toEqual([
      ...[register, challenged, register, ok],
      ...[register, ok],
    ]);
    vi.useRealTimers();
  });

  it('that has become stale is replaced without asking the person', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    Object.assign(gateway.registrar, { grantsSec: 30 });
    await phone.configure(setup);
    await settle();
    await screen.registration('registered');
    await pass(50_000);
    expect(screen.registrations.map(({ state }) => state)).not.toContain('failed');
    vi.useRealTimers();
  });

  it('that is always stale is not asked for without end', async () => {
    const { phone, setup, gateway, wire, screen } = makePhone();
    gateway.registrar.gate.usesOfNonce = 0;
    await phone.configure(setup);
    await screen.registration('failed');
    expect(wire.lines.filter((line) => line === register)).toHaveLength(4);
  });

  it('that the server replaces in its answer is the next one to be used', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.refuse(407, ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", qop="auth"']);
    const again = await world.bob.isCalled();
    await again.answer(['Proxy-Authentication-Info: nextnonce="n2"']);
    await world.screen.until('active');
    world.phone.hangUp(world.screen.id);
    const bye = header(await world.wire.until('phone → BYE'), 'Proxy-Authorization');
    expect(param(bye, 'nonce')).toBe('n2');
    expect(param(bye, 'nc')).toBe('00000001');
  });

  it('that a server knows no more, and says 403 to, is given up', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway, screen } = makePhone();
    const { registrar } = gateway;
    registrar.grantsSec = 30;
    registrar.gate.usesOfNonce = 9;
    await phone.configure(setup);
    await settle();
    await screen.registration('registered');
    registrar.refusesOnce = { statusCode: 403 };
    await pass(17_000);
    expect(screen.registrations.map(({ state }) => state)).not.toContain('failed');
    vi.useRealTimers();
  });
});

describe('a challenge of somebody else', () => {
  const evil = 'WWW-Authenticate: Digest realm="evil.example", nonce="n1", qop="auth"';

  it('gets no digest to guess the password by', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.refuse(401, [evil]);
    expect(await world.screen.until('ended')).toMatchObject({ cause: { sipStatus: 401 } });
    expect(header(await world.wire.until(invite))).not.toContain('evil');
    expect(world.wire.lines.filter((line) => line === invite)).toHaveLength(1);
  });

  it('is passed over for one of our own', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.refuse(401, [evil, 'WWW-Authenticate: Digest realm="example.com", nonce="n2", qop="auth"']);
    await world.bob.isCalled();
    await world.wire.until(invite);
    expect(param(header(await world.wire.until(invite)), 'nonce')).toBe('n2');
  });

  it('does not get to see a nonce of ours either', async () => {
    const world = makePhone();
    world.gateway.registrar.gate.usesOfNonce = 9;
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    await world.phone.place({
      typed: 'x',
      sent: 'sip:202@elsewhere.example',
      dtmf: '',
      isEmergency: false,
    });
    expect(header(await world.wire.until('phone → INVITE'))).toBe('');
  });

  it('who called us does not get to see one when we hang up', async () => {
    const world = makePhone();
    world.gateway.registrar.gate.usesOfNonce = 9;
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    const far = await world.bob.calls();
    await world.screen.until('ringing');
    world.phone.answer(world.screen.id);
    await far.isAnswered();
    world.phone.hangUp(world.screen.id);
    expect(header(await world.wire.until('phone → BYE'))).toBe('');
  });
});

it('a call that is cancelled while it is being challenged does not ring after all', async () => {
  const world = await makeRegisteredPhone();
  const far = await dial(world);
  world.phone.hangUp(world.screen.id);
  await far.refuse(407, ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", qop="auth"']);
  await world.wire.until('phone → ACK');
  await settle();
  expect(world.wire.lines.filter((line) => line === invite)).toHaveLength(1);
});
