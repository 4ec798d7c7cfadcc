import { afterEach, describe, expect, it, vi } from 'vitest';
import { dial, makePhoneInCall, makeRegisteredPhone, type PhoneAndWorld } from './make-phone';
import { pass, settle } from './pass';
import { makeDeferred } from './time';

afterEach(() => {
  vi.useRealTimers();
});

/** A phone that rings because Bob calls. */
async function makeRingingPhone() {
  const world = await makeRegisteredPhone();
  const far = await world.bob.calls({ displayName: 'Bob' });
  await world.screen.until('ringing');
  return { ...world, far };
}

/** A phone in a conversation with Bob, who called. */
async function makeAnsweredPhone() {
  const world = await makeRingingPhone();
  world.phone.answer(world.screen.id);
  await world.far.isAnswered();
  await world.screen.until('active');
  return world;
}

const shown = ({ phone }: PhoneAndWorld): string[] => phone.snapshot.calls.map(({ state }) => state);

describe('an inbound call', () => {
  it('rings, tells the caller so, and is active when it is answered', async () => {
    const { phone, wire, far, screen, studio } = await makeRingingPhone();
    expect(screen.call).toMatchObject({
      direction: 'inbound',
      remote: { number: '202', displayName: 'Bob' },
    });
    await wire.until('phone → 180 Ringing (INVITE)');
    expect(phone.answer(screen.id)).toEqual({ ok: true });
    expect(screen.call.state).toBe('connecting');
    await wire.until('phone → 200 OK (INVITE)');
    await far.isAnswered();
    expect(await screen.until('active')).toMatchObject({ isMuted: false, hasMicrophone: true });
    expect(studio.media.isMicrophoneOpen).toBe(true);
  });

  it('opens no microphone before it is answered', async () => {
    const { studio } = await makeRingingPhone();
    await settle();
    expect(studio.media.isMicrophoneOpen).toBe(false);
  });

  it('is declined for all devices with 603', async () => {
    const { phone, wire, far, screen } = await makeRingingPhone();
    phone.hangUp(screen.id);
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'declined-here' } });
    await wire.until('phone → 603 Decline (INVITE)');
    await far.isEnded();
  });

  it.each([
    ['is missed when the caller gives up', [], 'caller-gave-up'],
    [
      'is no missed call when another device answered',
      ['SIP;cause=200;text="Call completed elsewhere"'],
      'answered-elsewhere',
    ],
    [
      'is no missed call when another device answered, as Asterisk says it',
      ['Q.850;cause=26'],
      'answered-elsewhere',
    ],
    ['is no missed call when another device declined', ['SIP;cause=603'], 'declined-elsewhere'],
    ['reads the second reason too', ['Q.850;cause=16', 'SIP;cause=200'], 'answered-elsewhere'],
    ['is missed when the reason says nothing', ['Q.850;cause=0'], 'caller-gave-up'],
  ])('%s', async (_title, reasons, kind) => {
    const { wire, far, screen, studio } = await makeRingingPhone();
    await far.giveUp(...reasons);
    expect(await screen.until('ended')).toMatchObject({ cause: { kind } });
    await wire.until('phone → 487 Request Terminated (INVITE)');
    expect(studio.media.isClosed).toBe(true);
  });

  it('that was given up cannot be answered any more', async () => {
    const { phone, far, screen } = await makeRingingPhone();
    await far.giveUp();
    await screen.until('ended');
    expect(phone.answer(screen.id)).toEqual({ ok: false, why: 'gone' });
    expect(screen.call.state).toBe('ended');
  });

  it('goes on ringing when there is no microphone to answer it with, and says so', async () => {
    const { phone, studio, screen } = await makeRingingPhone();
    studio.access = 'not-asked';
    expect(phone.answer(screen.id)).toEqual({ ok: false, why: 'no-microphone' });
    expect(screen.call.state).toBe('ringing');
  });

  it('reaches us by whatever host the gateway puts behind our user', async () => {
    const { gateway, bob, screen } = await makeRegisteredPhone();
    const user = /sip:([^@]+)@/.exec([...gateway.registrar.bindings.values()].join())?.[1];
    await bob.calls({ to: `sip:${user}@192.0.2.17:34512;transport=ws` });
    await screen.until('ringing');
  });

  it('to somebody else is not ours', async () => {
    const { phone, wire, bob } = await makeRegisteredPhone();
    await bob.calls({ to: 'sip:207@example.com' });
    await wire.until('phone → 404 Not Found (INVITE)');
    expect(phone.snapshot.calls).toEqual([]);
  });

  it('that offers nothing we can understand ends without harm', async () => {
    const { phone, studio, far, screen } = await makeRingingPhone();
    studio.refuses = () => true;
    phone.answer(screen.id);
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'bad-description' } });
    await far.isEnded();
  });

  it('is declined when one changes one’s mind before the answer is out', async () => {
    const { phone, studio, far, screen, wire } = await makeRingingPhone();
    const gathering = makeDeferred<void>();
    studio.gathering = gathering.promise;
    phone.answer(screen.id);
    expect(screen.call.state).toBe('connecting');
    phone.hangUp(screen.id);
    gathering.resolve();
    await wire.until('phone → 603 Decline (INVITE)');
    await far.isEnded();
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'declined-here' } });
  });

  it('that is given up in the moment of the answer ends as given up', async () => {
    const { phone, studio, far, screen } = await makeRingingPhone();
    const gathering = makeDeferred<void>();
    studio.gathering = gathering.promise;
    phone.answer(screen.id);
    await far.giveUp();
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'caller-gave-up' } });
    gathering.resolve();
    await settle();
    await far.isEnded();
  });
});

describe('who calls', () => {
  it.each([
    [
      'is who the telephone system vouches for, whatever the call says of itself',
      '"Carol Example" <sip:203@example.com>',
      { number: '203', displayName: 'Carol Example' },
    ],
    [
      'may be vouched for by a telephone number alone',
      '<tel:+4930123456>',
      { number: '+4930123456', displayName: '' },
    ],
    [
      'may be vouched for twice',
      '"Carol" <sip:203@example.com>, <tel:+4930123203>',
      { number: '203', displayName: 'Carol' },
    ],
    [
      'is who the call says when the identity cannot be read',
      'nonsense',
      { number: '202', displayName: 'Bob' },
    ],
  ])('%s', async (_title, identity, remote) => {
    const { bob, screen } = await makeRegisteredPhone();
    await bob.calls({ displayName: 'Bob', identity });
    expect((await screen.until('ringing')).remote).toEqual(remote);
  });

  it('has no name when the name is only the number again', async () => {
    const { bob, screen } = await makeRegisteredPhone();
    await bob.calls({ displayName: '202' });
    expect((await screen.until('ringing')).remote).toEqual({ number: '202', displayName: '' });
  });

  it('is nobody when the number is withheld', async () => {
    const { bob, screen } = await makeRegisteredPhone();
    await bob.calls({ displayName: 'Anonymous', fromUser: 'anonymous@anonymous.invalid' });
    expect(await screen.until('ringing')).toMatchObject({
      remote: { number: '', displayName: '' },
      target: { typed: '', sent: '' },
    });
  });
});

describe('a second call', () => {
  it('is declined with 486 while one is active, and is shown as missed', async () => {
    const world = await makeAnsweredPhone();
    const second = await world.carol.calls();
    await world.wire.until('phone → 486 Busy Here');
    await second.isEnded();
    expect(shown(world)).toEqual(['active', 'ended']);
    expect(world.screen.call).toMatchObject({ remote: { number: '203' }, cause: { kind: 'busy-here' } });
  });

  it('is declined with 486 while one is ringing or being dialled', async () => {
    const ringing = await makeRingingPhone();
    await ringing.carol.calls();
    await ringing.wire.until('phone → 486 Busy Here');
    expect(shown(ringing)).toEqual(['ringing', 'ended']);
    const dialing = await makeRegisteredPhone();
    await dial(dialing);
    await dialing.carol.calls();
    await dialing.wire.until('phone → 486 Busy Here');
    expect(shown(dialing)).toEqual(['dialing', 'ended']);
  });

  it('rings when the first is over', async () => {
    const world = await makeAnsweredPhone();
    world.phone.hangUp(world.screen.id);
    await world.far.isEnded();
    await world.carol.calls();
    expect((await world.screen.until('ringing')).remote.number).toBe('203');
  });
});

describe('an answered inbound call', () => {
  it('is hung up by us', async () => {
    const { phone, far, screen, wire } = await makeAnsweredPhone();
    phone.hangUp(screen.id);
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'hung-up-here' } });
    await wire.until('phone → BYE');
    await far.isEnded();
  });

  it('is hung up by the caller', async () => {
    const { far, screen } = await makeAnsweredPhone();
    await far.hangUp();
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'hung-up-there' } });
  });

  it('goes on when the microphone does not open, and says that we are not heard', async () => {
    const { phone, studio, far, screen } = await makeRingingPhone();
    studio.microphone = 'in-use';
    phone.answer(screen.id);
    await far.isAnswered();
    await screen.shows(({ calls }) => calls.some((call) => call.state === 'active' && !call.hasMicrophone));
    await settle();
    expect(screen.call.state).toBe('active');
  });

  it('to an INVITE without an offer takes its description from the ACK', async () => {
    const { phone, bob, screen, studio } = await makeRegisteredPhone();
    const far = await bob.calls({ withoutOffer: true });
    await screen.until('ringing');
    phone.answer(screen.id);
    await far.isAnswered();
    await screen.until('active');
    await settle();
    expect(studio.media.applied).toHaveLength(1);
  });
});

describe.each([
  ['that came in', makeAnsweredPhone],
  ['that went out', makePhoneInCall],
])('a call %s', (_title, makeTalkingPhone) => {
  it.each(['sendonly', 'inactive'] as const)(
    'is held when the far end holds it by %s, and resumed',
    async (direction) => {
      const { far, screen, phone } = await makeTalkingPhone();
      phone.mute(screen.id, true);
      await far.hold(direction);
      expect(screen.call).toMatchObject({ state: 'held', by: 'them', isMuted: true });
      await far.resume();
      expect(screen.call).toMatchObject({ state: 'active', isMuted: true });
    },
  );

  it('can be hung up while it is held', async () => {
    const { far, screen, phone } = await makeTalkingPhone();
    await far.hold();
    phone.hangUp(screen.id);
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'hung-up-here' } });
    await far.isEnded();
  });

  it('shows the new party after a transfer at the far end', async () => {
    const { far, screen } = await makeTalkingPhone();
    await far.reinvite('sendrecv', '"Carol" <sip:203@example.com>');
    expect(screen.call).toMatchObject({ state: 'active', remote: { number: '203', displayName: 'Carol' } });
  });

  it('goes on when a change by the far end cannot be followed', async () => {
    const { far, screen, studio } = await makeTalkingPhone();
    studio.refuses = () => true;
    await expect(far.hold()).rejects.toThrow('488');
    expect(screen.call.state).toBe('active');
  });

  it('keeps the moment of its answer through hold and mute', async () => {
    vi.useFakeTimers();
    const { far, screen, phone } = await makeTalkingPhone();
    const { answeredAt } = await screen.until('active');
    await pass(5_000);
    await far.hold();
    phone.mute(screen.id, true);
    await far.resume();
    expect((await screen.until('active')).answeredAt).toBe(answeredAt);
  });
});
