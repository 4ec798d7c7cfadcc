import { describe, expect, it, type TestContext } from 'vitest';
import { startGateway } from '../gateway';
import { MediaPeer } from '../media/peer';
import { ackOf, cancelOf, connectPhone, toTagOf, within } from '../raw-phone';
import { header } from '../sip/headers';
import type { SipRequest, SipResponse } from '../sip/message';
import { makeWatch } from '../watch';
import { isHeard } from './call-media';

async function openMedia() {
  const watch = makeWatch();
  let hearings: Parameters<typeof isHeard>[0][] = [];
  const peer = await MediaPeer.open({
    onHeard(heard) {
      hearings.push(heard);
      watch.changed();
    },
    onDigit: () => undefined,
  });
  return {
    peer,
    /** The next second of this tone. */
    hears(hz: number | null) {
      hearings = [];
      return watch.until(() => hearings.find((heard) => isHeard(heard, { hz })), `phone hears ${hz}`, 8000);
    },
  };
}

/** A gateway of its own, a phone that is registered there, and how it calls; they last as long as the test. */
async function openLine({ onTestFinished }: TestContext) {
  const gateway = await startGateway();
  const alice = await connectPhone(gateway.url, '201');
  await alice.register();
  const media = await openMedia();
  onTestFinished(async () => {
    await media.peer.close();
    alice.close();
    await gateway.close();
  });

  async function call(number: string): Promise<SipRequest> {
    const body = await media.peer.offer();
    const headers = { 'Content-Type': 'application/sdp' };
    return alice.authenticate(alice.make('INVITE', `sip:${number}@gateway.example`, { headers, body }));
  }

  async function answered(sent: SipRequest): Promise<SipResponse> {
    const ok = await alice.nextResponse(200, 'INVITE');
    alice.send(ackOf(sent, ok));
    await media.peer.accept(ok.body);
    return ok;
  }

  return { gateway, alice, media, call, answered };
}

const sdpOf = (request: SipRequest, body: string): SipRequest => ({ ...request, body });

describe.concurrent('a far end', () => {
  it('plays 440 Hz at 601', async (test) => {
    const { media, call, answered } = await openLine(test);
    await answered(await call('601'));
    expect((await media.hears(440)).hz).toBe(440);
  }, 15_000);

  it('measures at 602 what it hears, through hold and resume', async (test) => {
    const { gateway, alice, media, call, answered } = await openLine(test);
    media.peer.play({ hz: 770 });
    const sent = await call('602');
    const ok = await answered(sent);
    expect((await gateway.waitForTone('602', { hz: 770 })).levelDb).toBeCloseTo(-10, 0);
    await gateway.waitFor(/602 heard 770 Hz \(level -\d+ dB\) for 1\.0 s/);
    const hold = within('INVITE', sent, ok, 6000);
    alice.send(sdpOf(hold, await media.peer.offer('sendonly')));
    const held = await alice.nextResponse(200, 'INVITE');
    expect(held.body).toContain('a=recvonly');
    alice.send(ackOf(hold, held));
    await media.peer.accept(held.body);
    const mute = within('INVITE', sent, ok, 6001);
    alice.send(sdpOf(mute, await media.peer.offer('inactive')));
    const muted = await alice.nextResponse(200, 'INVITE');
    alice.send(ackOf(mute, muted));
    await media.peer.accept(muted.body);
    await gateway.waitForTone('602', { hz: null });
    alice.send(within('BYE', sent, ok, 6002));
    await alice.nextResponse(200, 'BYE');
    expect(gateway.calls('602')[0]?.end).toMatchObject({ by: 'phone' });
  }, 20_000);

  it('repeats at 600 what it is told', async (test) => {
    const { media, call, answered } = await openLine(test);
    media.peer.play({ hz: 550 });
    await answered(await call('600'));
    await media.hears(550);
  }, 15_000);

  it('is heard at 607 before it answers, and its answer says the same', async (test) => {
    const { gateway, alice, media, call } = await openLine(test);
    const sent = await call('607');
    const early = await alice.nextResponse(183, 'INVITE');
    await media.peer.accept(early.body);
    await media.hears(440);
    expect(gateway.calls('607')[0]?.state).toBe('ringing');
    const ok = await alice.nextResponse(200, 'INVITE');
    alice.send(ackOf(sent, ok));
    expect(ok.body).toBe(early.body);
    await media.hears(440);
  }, 15_000);

  it('hangs up at 606 after three seconds', async (test) => {
    const { gateway, alice, call, answered } = await openLine(test);
    await answered(await call('606'));
    const [answeredAt] = gateway.messages.filter(
      (m) => m.text.startsWith('SIP/2.0 200 OK') && m.peer === '606',
    );
    await gateway.calls('606')[0]?.reaches('ended', 4000);
    const bye = await alice.nextRequest('BYE');
    alice.reply(bye, 200);
    const saidAt = gateway.messages.find((m) => m.text.startsWith('BYE'))?.atMs ?? 0;
    expect(saidAt - (answeredAt?.atMs ?? 0)).toBeGreaterThanOrEqual(2950);
  }, 15_000);

  it('calls back from 608', async (test) => {
    const { gateway, alice, call, answered } = await openLine(test);
    await answered(await call('608'));
    alice.reply(await alice.nextRequest('BYE'), 200);
    const back = await alice.nextRequest('INVITE');
    expect(header(back, 'From')).toContain('"Callback" <sip:608@gateway.example>');
    const phone = await openMedia();
    alice.reply(back, 200, await phone.peer.answer(back.body, ['PCMU']));
    await alice.nextRequest('ACK');
    await phone.hears(440);
    gateway.calls('608')[1]?.hangUp();
    await alice.nextRequest('BYE');
    await phone.peer.close();
  }, 15_000);

  it('says 488 when no codec of the offer is one of its own', async (test) => {
    const { alice } = await openLine(test);
    const headers = { 'Content-Type': 'application/sdp' };
    const body = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 18\r\na=rtpmap:18 G729/8000\r\n';
    await alice.authenticate(alice.make('INVITE', 'sip:601@gateway.example', { headers, body }));
    await alice.nextResponse(488, 'INVITE');
  });

  it('lets go when the caller cancels while it is still getting ready', async (test) => {
    const { gateway, alice, call } = await openLine(test);
    const sent = await call('605');
    await alice.nextResponse(100, 'INVITE');
    alice.send(cancelOf(sent, 'SIP;cause=487'));
    await alice.nextResponse(487, 'INVITE');
    expect(gateway.calls('605')[0]?.end).toEqual({ by: 'phone', status: 487, reason: 'SIP;cause=487' });
  });
});

describe.concurrent('a transfer', () => {
  it('sends the far end to another number, and reports that it got there', async (test) => {
    const { gateway, alice, call, answered } = await openLine(test);
    const sent = await call('600');
    const ok = await answered(sent);
    const refer = within('REFER', sent, ok, 8000);
    const referTo = { name: 'Refer-To', value: '<sip:602@gateway.example>' };
    alice.send({ ...refer, headers: [...refer.headers, referTo] });
    await alice.nextResponse(202, 'REFER');
    for (const line of ['SIP/2.0 100', 'SIP/2.0 200']) {
      const notify = await alice.nextRequest('NOTIFY');
      expect(notify.body).toContain(line);
      alice.reply(notify, 200);
    }
    expect(gateway.calls('602')[0]).toMatchObject({ other: '600', state: 'active' });
    await gateway.waitForTone('602', { hz: 440 });
  }, 15_000);

  it('reports the number that nobody has', async (test) => {
    const { alice, call, answered } = await openLine(test);
    const sent = await call('600');
    const ok = await answered(sent);
    const refer = within('REFER', sent, ok, 8000);
    alice.send({ ...refer, headers: [...refer.headers, { name: 'Refer-To', value: '<sip:777@x>' }] });
    await alice.nextRequest('NOTIFY');
    const last = await alice.nextRequest('NOTIFY');
    expect(last.body).toContain('SIP/2.0 404');
    expect(header(last, 'Subscription-State')).toContain('terminated');
  });

  it('puts a new call in the place of an old one', async (test) => {
    const { alice, call, answered } = await openLine(test);
    const sent = await call('601');
    const ok = await answered(sent);
    const fromTag = /tag=(\w+)/.exec(header(sent, 'From') ?? '')?.[1];
    const Replaces = `${header(sent, 'Call-ID')};to-tag=${toTagOf(ok)};from-tag=${fromTag}`;
    const phone = await openMedia();
    const headers = { Replaces, 'Content-Type': 'application/sdp' };
    const invite = alice.make('INVITE', 'sip:601@gateway.example', {
      headers,
      body: await phone.peer.offer(),
    });
    const again = await alice.authenticate(invite);
    const taken = await alice.nextResponse(200, 'INVITE');
    alice.send(ackOf(again, taken));
    await phone.peer.accept(taken.body);
    await alice.nextRequest('BYE');
    await phone.hears(440);
    await phone.peer.close();
  }, 15_000);
});

describe.concurrent('a call from a far end', () => {
  it('shows its name, rings, is answered, and hears the phone', async (test) => {
    const { gateway, alice, media } = await openLine(test);
    const inbound = await gateway.callFrom('+442079460018', '201', { name: 'Jane', toneHz: 620 });
    const invite = await alice.nextRequest('INVITE');
    expect(header(invite, 'P-Asserted-Identity')).toBe('"Jane" <sip:%2B442079460018@gateway.example>');
    alice.reply(invite, 180);
    await inbound.reaches('ringing');
    media.peer.play({ hz: 880 });
    alice.reply(invite, 200, await media.peer.answer(invite.body, ['PCMU']));
    await alice.nextRequest('ACK');
    await Promise.all([media.hears(620), inbound.waitForTone({ hz: 880 })]);
    inbound.hangUp('Q.850;cause=16');
    expect(header(await alice.nextRequest('BYE'), 'Reason')).toBe('Q.850;cause=16');
    expect(inbound.end).toMatchObject({ by: 'far-end' });
  }, 15_000);

  it('is cancelled after a time, with a reason', async (test) => {
    const { gateway, alice } = await openLine(test);
    const cancelReason = 'SIP;cause=200;text="Call completed elsewhere"';
    const inbound = await gateway.callFrom('600', '201', { cancelAfterMs: 50, cancelReason, toneHz: null });
    const invite = await alice.nextRequest('INVITE');
    alice.reply(invite, 180);
    const cancel = await alice.nextRequest('CANCEL');
    expect(header(cancel, 'Reason')).toBe(cancelReason);
    alice.reply(cancel, 200);
    alice.reply(invite, 487);
    await inbound.reaches('ended');
    expect(inbound.end).toEqual({ by: 'far-end', status: 487, reason: cancelReason });
  });

  it.for([
    ['201', 486],
    ['202', 480],
    ['777', 404],
  ] as const)('to %s ends with the response that came: %i', async ([user, status], test) => {
    const { gateway, alice } = await openLine(test);
    const inbound = await gateway.callFrom('600', user);
    if (user === '201') alice.reply(await alice.nextRequest('INVITE'), status);
    await inbound.reaches('ended');
    expect(inbound.end).toMatchObject({ by: 'response', status });
  });

  it('holds and resumes the phone', async (test) => {
    const { gateway, alice, media } = await openLine(test);
    const inbound = await gateway.callFrom('600', '201', { toneHz: 620 });
    const invite = await alice.nextRequest('INVITE');
    alice.reply(invite, 200, await media.peer.answer(invite.body, ['PCMU']));
    await alice.nextRequest('ACK');
    for (const [direction, mirrored] of [
      ['inactive', 'inactive'],
      ['sendrecv', 'sendrecv'],
    ] as const) {
      const status = inbound.reinvite({ direction });
      const again = await alice.nextRequest('INVITE');
      const answer = await media.peer.answer(again.body, ['PCMU']);
      expect(answer).toContain(`a=${mirrored}`);
      alice.reply(again, 200, answer);
      await alice.nextRequest('ACK');
      expect(await status).toBe(200);
      await media.hears(direction === 'inactive' ? null : 620);
    }
  }, 20_000);
});

describe.concurrent('two gateways that share their calls', () => {
  it('keep a call up when the first is killed, and steer it through the second', async (test) => {
    const { gateway, media, call, answered } = await openLine(test);
    const second = await startGateway({ sharedWith: gateway, name: 'gw2' });
    media.peer.play({ hz: 770 });
    const sent = await call('602');
    const ok = await answered(sent);
    await gateway.waitForTone('602', { hz: 770 });
    await gateway.kill();
    await gateway.waitForTone('602', { hz: 770 });
    const again = await connectPhone(second.url, '201');
    await again.register();
    const reinvite = within('INVITE', sent, ok, 7000);
    again.send({
      ...sdpOf(reinvite, await media.peer.offer()),
      headers: [...reinvite.headers, { name: 'Contact', value: `<${again.contact}>` }],
    });
    const renewed = await again.nextResponse(200, 'INVITE');
    again.send(ackOf(reinvite, renewed));
    gateway.calls('602')[0]?.hangUp();
    await again.nextRequest('BYE');
    await second.close();
  }, 20_000);
});
