import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CauseKind } from '../core/cause';
import { dial, makePhone, makePhoneInCall, makeRegisteredPhone } from './make-phone';
import { pass, settle } from './pass';
import { makeDeferred } from './time';

const toBob = { typed: '202', sent: '202', dtmf: '', isEmergency: false };

afterEach(() => {
  vi.useRealTimers();
});

describe('dialling', () => {
  it('shows the call from the first moment and sends what the dial rules made of it', async () => {
    const { phone, wire, screen } = await makeRegisteredPhone();
    await phone.place({ typed: '(555) 0142', sent: '95550142', dtmf: '', isEmergency: false });
    expect(screen.call).toMatchObject({
      state: 'dialing',
      direction: 'outbound',
      target: { typed: '(555) 0142', sent: '95550142' },
      remote: { number: '95550142', displayName: '' },
    });
    await wire.until('phone → INVITE sip:95550142@example.com');
  });

  it.each([
    ['*17', 'sip:*17@example.com'],
    ['#1234', 'sip:%231234@example.com'],
    ['+4930123456', 'sip:+4930123456@example.com'],
    ['sip:dave@elsewhere.example', 'sip:dave@elsewhere.example'],
  ])('%s goes to %s', async (sent, uri) => {
    const { phone, wire } = await makeRegisteredPhone();
    await phone.place({ ...toBob, sent });
    await wire.until(`phone → INVITE ${uri}`);
  });

  it.each(['', 'no number', 'sip:', '<script>'])(
    'refuses "%s", which nobody can be called by',
    async (sent) => {
      const { phone, wire } = await makeRegisteredPhone();
      expect(await phone.place({ ...toBob, sent })).toEqual({ ok: false, why: 'bad-number' });
      expect(wire.lines.join()).not.toContain('INVITE');
    },
  );

  it('is refused while another call is up', async () => {
    const { phone } = await makePhoneInCall();
    expect(await phone.place(toBob)).toEqual({ ok: false, why: 'busy' });
    expect(phone.snapshot.calls).toHaveLength(1);
  });

  it('is refused without a registration and without a microphone', async () => {
    const { phone } = makePhone();
    expect(await phone.place(toBob)).toEqual({ ok: false, why: 'not-registered' });
    const signedIn = await makeRegisteredPhone();
    signedIn.studio.access = 'denied';
    expect(await signedIn.phone.place(toBob)).toEqual({ ok: false, why: 'no-microphone' });
  });

  it('waits for a registration that is under way', async () => {
    const { phone, setup, wire } = makePhone();
    await phone.configure(setup);
    expect(phone.snapshot.registration.state).toBe('registering');
    expect(await phone.place(toBob)).toMatchObject({ ok: true });
    await wire.until('phone → INVITE sip:202@example.com');
  });

  it('twice while registering places one call', async () => {
    const { phone, setup } = makePhone();
    await phone.configure(setup);
    const results = await Promise.all([phone.place(toBob), phone.place(toBob)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('waits no longer than four seconds for a registration', async () => {
    vi.useFakeTimers();
    const { phone, setup, gateway } = makePhone();
    gateway.mode = 'silent';
    await phone.configure(setup);
    const dialled = phone.place(toBob);
    await pass(4_100);
    expect(await dialled).toEqual({ ok: false, why: 'not-registered' });
  });

  it('answers the challenge of a gateway that asks for the password at each call', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.refuse(407, ['Proxy-Authenticate: Digest realm="example.com", nonce="n1", algorithm=MD5']);
    const again = await world.bob.isCalled();
    await again.answer();
    await world.screen.until('active');
  });
});

describe('a call that is not answered', () => {
  it.each<[number, CauseKind]>([
    [302, 'moved'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'no-answer'],
    [410, 'number-changed'],
    [480, 'unavailable'],
    [484, 'bad-number'],
    [486, 'busy'],
    [488, 'no-common-codec'],
    [500, 'server-error'],
    [503, 'server-busy'],
    [600, 'busy'],
    [603, 'declined'],
    [604, 'not-found'],
  ])('with %i ends as %s', async (statusCode, kind) => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.ring();
    await far.refuse(statusCode);
    const ended = await world.screen.until('ended');
    expect(ended.cause).toEqual({ kind, sipStatus: statusCode });
    expect(world.studio.media.isClosed).toBe(true);
    await world.wire.until('phone → ACK');
  });

  it('to a number that the gateway does not know is not found', async () => {
    const { phone, screen } = await makeRegisteredPhone();
    await phone.place({ ...toBob, sent: '299' });
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'not-found', sipStatus: 404 } });
  });

  it('by a gateway that never reacts is given up', async () => {
    vi.useFakeTimers();
    const { phone, gateway, screen } = await makeRegisteredPhone();
    gateway.mode = 'frozen';
    await phone.place(toBob);
    await pass(18_000);
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'no-connection' } });
  });

  it('leaves the screen after six seconds, or when the person takes it off', async () => {
    vi.useFakeTimers();
    const world = await makeRegisteredPhone();
    await (await dial(world)).refuse(486);
    await world.screen.until('ended');
    await pass(6_100);
    expect(world.phone.snapshot.calls).toEqual([]);
    await (await dial(world)).refuse(486);
    await world.screen.until('ended');
    world.phone.dismiss(world.screen.id);
    expect(world.phone.snapshot.calls).toEqual([]);
  });
});

describe('ringing and early media', () => {
  it('rings when the far end does', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    expect(world.screen.call.state).toBe('dialing');
    await far.ring();
    expect(await world.screen.until('ringing')).toMatchObject({ hasEarlyMedia: false });
  });

  it('lets early media be heard, and says so, then goes on to the answer', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.ring();
    const { since } = await world.screen.until('ringing');
    await far.ring({ hasMedia: true });
    await world.screen.shows(({ calls }) =>
      calls.some((call) => call.state === 'ringing' && call.hasEarlyMedia),
    );
    expect(world.screen.call).toMatchObject({ since });
    expect(world.studio.media.early).toHaveLength(1);
    await far.answer();
    expect(await world.screen.until('active')).toMatchObject({
      isMuted: false,
      hasMicrophone: true,
      signalling: 'ok',
    });
  });

  it('a ring after early media does not take the early media away', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.ring({ hasMedia: true });
    await world.wire.until('phone ← 183 Session Progress');
    await far.ring();
    await world.wire.until('phone ← 180 Ringing');
    await settle();
    expect(world.screen.call).toMatchObject({ state: 'ringing', hasEarlyMedia: true });
  });

  it('shows whom the gateway says that we reach', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.ring({ identity: '"Bob Example" <sip:202@example.com>' });
    await world.screen.until('ringing');
    expect(world.screen.call.remote).toEqual({ number: '202', displayName: 'Bob Example' });
  });

  it('takes the answer of another telephone than the one that was heard early', async () => {
    const world = await makeRegisteredPhone();
    const mobile = world.gateway.person('202', '202-mobile');
    const desk = await dial(world);
    const picked = await mobile.isCalled();
    await desk.ring({ hasMedia: true });
    await world.screen.until('ringing');
    await picked.answer();
    await world.screen.until('active');
    expect(world.studio.media.early[0]).toContain('o=202-desk');
    expect(world.studio.media.applied.at(-1)).toContain('o=202-mobile');
    await picked.isAnswered();
    world.phone.hangUp(world.screen.id);
    await picked.isEnded();
  });
});

describe('cancelling', () => {
  it('while it rings ends the call here and at the far end', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.ring();
    await world.screen.until('ringing');
    world.phone.hangUp(world.screen.id);
    expect(world.screen.call).toMatchObject({ state: 'ended', cause: { kind: 'cancelled' } });
    await world.wire.until('phone → CANCEL sip:202@example.com');
    await far.isEnded();
  });

  it('before anything came back waits on the wire, not on the screen, for a provisional response', async () => {
    const world = await makeRegisteredPhone();
    world.gateway.isSlow = true;
    const { phone, screen, wire, gateway, bob } = world;
    await phone.place(toBob);
    await wire.until('phone → INVITE');
    phone.hangUp(screen.id);
    expect(screen.call.state).toBe('ended');
    await settle();
    expect(wire.lines.join()).not.toContain('CANCEL');
    gateway.isSlow = false;
    await wire.until('phone → CANCEL');
    await (await bob.isCalled()).isEnded();
  });

  it('before the offer was made sends no INVITE at all', async () => {
    const { phone, studio, screen, wire } = await makeRegisteredPhone();
    const gathering = makeDeferred<void>();
    studio.gathering = gathering.promise;
    await phone.place(toBob);
    phone.hangUp(screen.id);
    gathering.resolve();
    await settle();
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'cancelled' } });
    expect(wire.lines.join()).not.toContain('INVITE');
  });

  it('in the moment of the answer hangs up what was answered', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    await far.answer();
    world.phone.hangUp(world.screen.id);
    expect(world.screen.call).toMatchObject({ state: 'ended', cause: { kind: 'cancelled' } });
    await world.wire.until('phone → BYE');
    await far.isEnded();
    expect(world.screen.call).toMatchObject({ state: 'ended', cause: { kind: 'cancelled' } });
  });

  it('is done by itself when the microphone does not open, since nobody is called whom we cannot talk to', async () => {
    const world = await makeRegisteredPhone();
    const opening = makeDeferred<void>();
    Object.assign(world.studio, { microphone: 'in-use', opening: opening.promise });
    const far = await dial(world);
    await far.ring();
    await world.screen.until('ringing');
    opening.resolve();
    expect(await world.screen.until('ended')).toMatchObject({ cause: { kind: 'no-microphone' } });
    await world.wire.until('phone → CANCEL');
    await far.isEnded();
  });
});

describe('an answered call', () => {
  it('is active from the answer, and is ended by us with BYE', async () => {
    const { phone, far, screen, wire, studio } = await makePhoneInCall();
    expect(screen.call).toMatchObject({ state: 'active', remote: { number: '202' } });
    expect(studio.media.isMicrophoneOpen).toBe(true);
    phone.hangUp(screen.id);
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'hung-up-here' } });
    await wire.until('phone → BYE');
    await far.isEnded();
    expect(studio.media.isClosed).toBe(true);
  });

  it('ends when the far end hangs up', async () => {
    const { far, screen, wire, studio } = await makePhoneInCall();
    await far.hangUp();
    expect(await screen.until('ended')).toMatchObject({ cause: { kind: 'hung-up-there' } });
    await wire.until('phone → 200 OK (BYE)');
    expect(studio.media.isClosed).toBe(true);
  });

  it('can be muted and unmuted', async () => {
    const { phone, screen, studio } = await makePhoneInCall();
    phone.mute(screen.id, true);
    expect(screen.call).toMatchObject({ state: 'active', isMuted: true });
    expect(studio.media.isMuted).toBe(true);
    phone.mute(screen.id, false);
    expect(screen.call).toMatchObject({ isMuted: false });
    expect(studio.media.isMuted).toBe(false);
  });

  it('is never muted behind the back of the screen', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    world.phone.mute(world.screen.id, true);
    await far.answer();
    const { isMuted } = await world.screen.until('active');
    expect(world.studio.media.isMuted).toBe(isMuted);
  });

  it('sends the tail of the number as tones after the answer, and none before', async () => {
    const world = await makeRegisteredPhone();
    await world.phone.place({ ...toBob, dtmf: ',456' });
    const far = await world.bob.isCalled();
    await far.ring();
    await world.screen.until('ringing');
    expect(world.studio.media.tones).toBe('');
    await far.answer();
    await world.screen.until('active');
    expect(world.studio.media.tones).toBe(',456');
    world.phone.sendDtmf(world.screen.id, '7');
    expect(world.studio.media.tones).toBe(',4567');
  });

  it('says that we are not heard when the microphone is unplugged, and is heard again when it is back', async () => {
    const { phone, screen, studio } = await makePhoneInCall();
    studio.microphone = 'no-device';
    studio.media.unplug();
    await screen.shows(({ calls }) => calls.some((call) => call.state === 'active' && !call.hasMicrophone));
    studio.microphone = 'granted';
    phone.mute(screen.id, false);
    await screen.shows(({ calls }) => calls.some((call) => call.state === 'active' && call.hasMicrophone));
  });

  it('whose audio fails is hung up', async () => {
    const { far, screen, studio, wire } = await makePhoneInCall();
    studio.media.fail();
    expect(screen.call).toMatchObject({ state: 'ended', cause: { kind: 'media-failed' } });
    await wire.until('phone → BYE');
    await far.isEnded();
  });

  it('with an answer that cannot be understood is hung up, and the person is told', async () => {
    const world = await makeRegisteredPhone();
    const far = await dial(world);
    world.studio.refuses = () => true;
    await far.answer();
    expect(await world.screen.until('ended')).toMatchObject({ cause: { kind: 'bad-description' } });
    await world.wire.until('phone → BYE');
    await far.isEnded();
  });
});
