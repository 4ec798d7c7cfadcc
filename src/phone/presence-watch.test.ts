import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhoneSetup } from '../bus/protocol';
import { EMPTY_DIAL_RULES } from '../core/dial/rules';
import { log } from '../platform/log';
import { pidf } from './fake-notifier';
import { dial, firstUrl, makePhone, type PhoneAndWorld, secondUrl } from './make-phone';
import { pass, settle } from './pass';

const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Registered, with these favourites, for whom `prepare` has set up who tells of them. */
async function watching(
  favourites: readonly string[],
  prepare: (world: PhoneAndWorld) => void = () => {},
  change: Partial<PhoneSetup> = {},
): Promise<PhoneAndWorld> {
  const world = makePhone(change);
  world.favourites.push(...favourites);
  prepare(world);
  await world.phone.configure(world.setup);
  await pass(2_000);
  return world;
}

const presenceOf = ({ phone }: PhoneAndWorld) => phone.snapshot.presence;
const said = ({ wire }: PhoneAndWorld, beginning: string) =>
  wire.lines.filter((line) => line.startsWith(beginning));
const subscribes = (world: PhoneAndWorld) => said(world, 'phone → SUBSCRIBE');

/** A favourite whose presence the system tells. */
async function watchingBob(change: Partial<PhoneSetup> = {}) {
  const world = makePhone(change);
  const bob = world.gateway.notifier('202');
  bob.grantsSec = 120;
  bob.gate.usesOfNonce = 9;
  world.favourites.push('202');
  await world.phone.configure(world.setup);
  await pass(2_000);
  return { world, bob };
}

describe('a favourite at this system', () => {
  it('is shown as the system tells it, from one NOTIFY to the next', async () => {
    const { world, bob } = await watchingBob();
    expect(presenceOf(world)).toEqual({ '202': 'available' });
    bob.tell(pidf('open', 'on-the-phone'));
    await settle();
    expect(presenceOf(world)).toEqual({ '202': 'on-a-call' });
    bob.tell(pidf('closed'));
    await settle();
    expect(presenceOf(world)).toEqual({ '202': 'offline' });
  });

  it('is asked for with the digest, the event and the type that we read', async () => {
    const { world, bob } = await watchingBob();
    expect(bob.gate.proofs.at(-1)).toMatch(/^Digest .*uri="sip:202@example.com"/);
    const request = await world.wire.until('phone → SUBSCRIBE sip:202@example.com');
    expect(request).toMatch(/^Event: presence\r$/m);
    expect(request).toMatch(/^Accept: application\/pidf\+xml\r$/m);
    expect(request).toMatch(/^Expires: 3600\r$/m);
  });

  it('is asked for with the token of who signed on', async () => {
    const world = makePhone();
    const bob = world.gateway.notifier('202');
    const token = world.accounts.issue();
    for (const gate of [world.gateway.registrar.gate, bob.gate]) {
      gate.password = null;
      gate.bearer = 'first';
      gate.tokens.add(token.value);
    }
    world.favourites.push('202');
    const accountsAddress = 'https://accounts.example.com';
    await world.phone.configure({ ...world.setup, credentials: { kind: 'token', token, accountsAddress } });
    await pass(2_000);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
    expect(bob.gate.proofs).toEqual([`Bearer ${token.value}`]);
  });

  it('is unknown while what is told makes no sense', async () => {
    const { world, bob } = await watchingBob();
    for (const nonsense of ['<presence', 'open', '<presence/>']) {
      bob.tell(nonsense);
      await settle();
      expect(presenceOf(world)).toEqual({});
      bob.tell(pidf('open'));
      await settle();
    }
    expect(presenceOf(world)).toEqual({ '202': 'available' });
  });

  it('is refreshed before its time is over, in the same dialog', async () => {
    const { world, bob } = await watchingBob();
    await pass(2.5 * minuteMs);
    expect(bob.watchers).toBe(1);
    expect(subscribes(world).at(-1)).toContain('202-presence');
    expect(subscribes(world)).toHaveLength(4);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
  });

  it('that becomes one later is watched, and not any more when it is none', async () => {
    const { world, bob } = await watchingBob();
    const carol = world.gateway.notifier('203');
    world.favourites.splice(0, 1, '203');
    world.phone.reviewWatched();
    await pass(1_000);
    expect(presenceOf(world)).toEqual({ '203': 'available' });
    expect([bob.watchers, carol.watchers]).toEqual([0, 1]);
  });
});

it('other dial rules change who is watched, and sign nobody in anew', async () => {
  const { world } = await watchingBob();
  const registers = said(world, 'phone → REGISTER').length;
  const rules = { ...EMPTY_DIAL_RULES, outsidePrefix: '9', extensionLengths: [4] };
  await world.phone.configure({ ...world.setup, dial: { rules, emergencyNumbers: [] } });
  await pass(1_000);
  expect(presenceOf(world)).toEqual({});
  await world.phone.configure(world.setup);
  await pass(1_000);
  expect(presenceOf(world)).toEqual({ '202': 'available' });
  expect(said(world, 'phone → REGISTER')).toHaveLength(registers);
});

describe('a system without presence', () => {
  it.each([405, 489, 501])(
    'that answers %i is asked once, however many favourites there are',
    async (status) => {
      const info = vi.spyOn(log, 'info');
      const world = await watching(['202', '203', '204'], ({ gateway }) => {
        for (const user of ['202', '203', '204']) gateway.notifier(user).refuses = status;
      });
      await pass(3 * minuteMs);
      expect(said(world, `phone ← ${status}`)).toHaveLength(1);
      expect(presenceOf(world)).toEqual({});
      expect(info.mock.calls.filter(([line]) => line.startsWith('presence'))).toEqual([
        ['presence not available', { sipStatus: status }],
      ]);
    },
  );

  it('that knows none of the favourites is left alone after three', async () => {
    const world = await watching(['301', '302', '303', '304', '305']);
    await pass(3 * minuteMs);
    expect(subscribes(world)).toHaveLength(3);
  });

  it('shows whom it tells of, and leaves the one alone that it does not', async () => {
    const world = await watching(['301', '202'], ({ gateway }) => gateway.notifier('202'));
    await pass(3 * minuteMs);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
    expect(said(world, 'phone → SUBSCRIBE sip:301@')).toHaveLength(1);
  });
});

describe('a subscription that the system ends', () => {
  it('is made anew when it had lasted', async () => {
    const { world, bob } = await watchingBob();
    await pass(1.5 * minuteMs);
    bob.tell(pidf('open'), 'terminated;reason=deactivated');
    await pass(1_000);
    expect(bob.watchers).toBe(1);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
  });

  it('at once is not made again and again', async () => {
    const { world, bob } = await watchingBob();
    bob.tell(pidf('open'), 'terminated;reason=timeout');
    await pass(3 * minuteMs);
    expect(subscribes(world)).toHaveLength(2);
    expect(presenceOf(world)).toEqual({});
  });

  it('is made anew when it says, in seconds', async () => {
    const { world, bob } = await watchingBob();
    bob.tell(pidf('open'), 'terminated;reason=probation;retry-after=120');
    await pass(110_000);
    expect(subscribes(world)).toHaveLength(2);
    await pass(15_000);
    expect(subscribes(world)).toHaveLength(3);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
  });

  it('and that it has forgotten is made anew when it is refreshed', async () => {
    const { world, bob } = await watchingBob();
    bob.forget();
    await pass(3 * minuteMs);
    expect(bob.watchers).toBe(1);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
  });

  it('and of which nothing is ever told shows nothing', async () => {
    const world = await watching(['202'], ({ gateway }) => {
      gateway.notifier('202').says = null;
    });
    await pass(3 * minuteMs);
    expect(presenceOf(world)).toEqual({});
    expect(subscribes(world)).toHaveLength(2);
  });
});

describe('presence and the account', () => {
  it('signing out ends what is watched before the registration goes', async () => {
    const { world, bob } = await watchingBob();
    const since = world.wire.lines.length;
    const leaving = world.phone.configure(null);
    await pass(2_000);
    await leaving;
    expect(bob.watchers).toBe(0);
    const { lines } = world.wire;
    const ends = lines.findIndex((line, at) => at >= since && line.startsWith('phone → SUBSCRIBE'));
    expect(ends).toBeGreaterThan(0);
    expect(ends).toBeLessThan(lines.indexOf('phone → REGISTER sip:example.com', since));
    expect(presenceOf(world)).toEqual({});
  });

  it('is unknown while the gateway is gone, and watched again at the other', async () => {
    const { world, bob } = await watchingBob({ gateways: [firstUrl, secondUrl] });
    const there = world.secondary.notifier('202');
    there.says = pidf('open', 'away');
    world.gateway.kill();
    await settle();
    expect(presenceOf(world)).toEqual({});
    await pass(3_000);
    expect(presenceOf(world)).toEqual({ '202': 'away' });
    expect([bob.watchers, there.watchers]).toEqual([1, 1]);
  });

  it('a registration that is only refreshed leaves the subscriptions alone', async () => {
    const world = await watching(['202'], ({ gateway }) => {
      gateway.registrar.grantsSec = 60;
      gateway.notifier('202');
    });
    const before = subscribes(world).length;
    await pass(3 * minuteMs);
    expect(said(world, 'phone → REGISTER').length).toBeGreaterThan(5);
    expect(subscribes(world)).toHaveLength(before);
  });

  it('a system that had no presence may have it at the next registration', async () => {
    const world = makePhone();
    const bob = world.gateway.notifier('202');
    bob.refuses = 489;
    world.favourites.push('202');
    await world.phone.configure(world.setup);
    await pass(2_000);
    world.gateway.kill();
    world.gateway.restart();
    bob.refuses = null;
    await pass(minuteMs);
    expect(said(world, 'phone ← 489')).toHaveLength(1);
    expect(presenceOf(world)).toEqual({ '202': 'available' });
  });
});

describe('presence and calls', () => {
  it('nothing is asked while a call is being set up', async () => {
    const world = makePhone();
    world.gateway.notifier('203');
    await world.phone.configure(world.setup);
    await world.screen.registration('registered');
    const far = await dial(world);
    world.favourites.push('203');
    world.phone.reviewWatched();
    await pass(10_000);
    expect(subscribes(world)).toEqual([]);
    await far.answer();
    await pass(1_000);
    expect(presenceOf(world)).toEqual({ '203': 'available' });
  });

  it('a call that starts the phone goes out before anybody is watched', async () => {
    const world = makePhone();
    world.gateway.notifier('203');
    world.favourites.push('203');
    void world.phone.configure(world.setup);
    await settle();
    await Promise.all([dial(world), pass(1_000)]);
    expect(subscribes(world)).toEqual([]);
  });
});
