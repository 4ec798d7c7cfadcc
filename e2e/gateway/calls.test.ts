import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from './gateway';
import { completedElsewhere } from './proxy/fork';
import { ackOf, backwards, cancelOf, connectPhone, type RawPhone, toTagOf, within } from './raw-phone';
import { header, headerValues } from './sip/headers';
import type { SipRequest } from './sip/message';

let gateway: Gateway;
const phones: RawPhone[] = [];

beforeEach(async () => {
  gateway = await startGateway({ ringTimeoutMs: 400, answerTimeoutMs: 250 });
});

afterEach(async () => {
  for (const made of phones.splice(0)) made.close();
  await gateway.close();
});

async function registered(user: string, params = ''): Promise<RawPhone> {
  const phone = await connectPhone(gateway.url, user);
  phones.push(phone);
  await phone.register(params, { Supported: 'outbound, gruu' });
  return phone;
}

const invite = (caller: RawPhone, number: string): Promise<SipRequest> =>
  caller.authenticate(caller.make('INVITE', `sip:${number}@gateway.example`, { body: 'v=0\r\n' }));

/** Alice calls Bob, who answers: the call as each of them knows it. */
async function talking(alice: RawPhone, bob: RawPhone) {
  const sent = await invite(alice, bob.user);
  const got = await bob.nextRequest('INVITE');
  bob.reply(got, 200, 'v=0\r\nanswer');
  const ok = await alice.nextResponse(200, 'INVITE');
  alice.send(ackOf(sent, ok));
  await bob.nextRequest('ACK');
  return { sent, got, ok };
}

describe('a call between two phones', () => {
  it('reaches the other over its open socket, with the name of the caller as the network knows it', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    const sent = await invite(alice, '202');
    await alice.nextResponse(100, 'INVITE');
    const got = await bob.nextRequest('INVITE');
    expect(got.uri).toBe(bob.contact);
    expect(got.body).toBe(sent.body);
    expect(header(got, 'P-Asserted-Identity')).toBe('"Alice Adams" <sip:201@gateway.example>');
    expect(header(got, 'Proxy-Authorization')).toBeUndefined();
    expect(header(got, 'Max-Forwards')).toBe('69');
    expect(headerValues(got, 'Via')).toHaveLength(2);
    bob.reply(got, 180);
    const ringing = await alice.nextResponse(180, 'INVITE');
    expect(headerValues(ringing, 'Via')).toEqual(headerValues(sent, 'Via'));
    expect(header(ringing, 'P-Asserted-Identity')).toBe('"Bob Brown" <sip:202@gateway.example>');
  });

  it.each(['REFER', 'INFO', 'NOTIFY', 'MESSAGE', 'UPDATE', 'PRACK', 'OPTIONS', 'BYE'])(
    'carries %s within the dialog in both directions',
    async (method) => {
      const [alice, bob] = [await registered('201'), await registered('202')];
      const { sent, got, ok } = await talking(alice, bob);
      alice.send(within(method, sent, ok, 5000));
      bob.reply(await bob.nextRequest(method), 202);
      await alice.nextResponse(202, method);
      bob.send(backwards(method, got, toTagOf(ok)));
      alice.reply(await alice.nextRequest(method), 200);
      await bob.nextResponse(200, method);
    },
  );

  it('goes on over a new socket of the same phone, by its instance and by its GRUU', async () => {
    const mark = ';+sip.instance="<urn:uuid:b>";reg-id=1';
    const [alice, bob] = [await registered('201'), await registered('202', mark)];
    const { sent, ok } = await talking(alice, bob);
    bob.close();
    await gateway.waitFor('202 socket closed');
    const again = await registered('202', mark);
    alice.send(within('INFO', sent, ok, 5000));
    again.reply(await again.nextRequest('INFO'), 200);
    await alice.nextResponse(200, 'INFO');
    alice.send({ ...within('INFO', sent, ok, 5001), uri: 'sip:202@gateway.example;gr=urn:uuid:b' });
    expect((await again.nextRequest('INFO')).uri).toBe(again.contact);
  });

  it('says 430 within a dialog whose phone is gone, and 481 where there never was one', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    const { sent, ok } = await talking(alice, bob);
    bob.close();
    await gateway.waitFor('202 socket closed');
    alice.send(within('INFO', sent, ok, 5000));
    await alice.nextResponse(430, 'INFO');
    alice.send({ ...within('BYE', sent, ok, 5001), uri: 'sip:x@nowhere.invalid' });
    await alice.nextResponse(481, 'BYE');
  });
});

describe('a call that is not answered', () => {
  it.each([
    ['202', 480, 'a user who is not registered'],
    ['777', 404, 'a number that nobody has'],
    ['9503', 503, 'the number that gives 503'],
    ['9699', 699, 'the number that gives 699'],
    ['603', 486, 'a busy far end'],
    ['604', 603, 'a far end that declines'],
  ])('to %s ends with %i: %s', async (number, status) => {
    const alice = await registered('201');
    const sent = await invite(alice, number);
    const response = await alice.nextResponse(status, 'INVITE');
    alice.send(ackOf(sent, response));
    expect(headerValues(response, 'Via')).toHaveLength(1);
  });

  it('is acknowledged hop by hop', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    const sent = await invite(alice, '202');
    const got = await bob.nextRequest('INVITE');
    bob.reply(got, 486);
    const ack = await bob.nextRequest('ACK');
    expect(header(ack, 'Via')).toBe(header(got, 'Via'));
    alice.send(ackOf(sent, await alice.nextResponse(486, 'INVITE')));
    alice.send(alice.make('OPTIONS', 'sip:gateway.example'));
    await alice.nextResponse(200, 'OPTIONS');
    expect(bob.inbox).toEqual([]);
  });

  it('is cancelled by the caller, with the reason', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    const sent = await invite(alice, '202');
    const got = await bob.nextRequest('INVITE');
    bob.reply(got, 180);
    await alice.nextResponse(180, 'INVITE');
    alice.send(cancelOf(sent, 'SIP;cause=487;text="ORIGINATOR_CANCEL"'));
    await alice.nextResponse(200, 'CANCEL');
    const cancel = await bob.nextRequest('CANCEL');
    expect(header(cancel, 'Via')).toBe(header(got, 'Via'));
    expect(header(cancel, 'Reason')).toContain('ORIGINATOR_CANCEL');
    bob.reply(cancel, 200);
    bob.reply(got, 487);
    await alice.nextResponse(487, 'INVITE');
  });

  it('is cancelled only once the phone has been heard of', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    const sent = await invite(alice, '202');
    const got = await bob.nextRequest('INVITE');
    alice.send(cancelOf(sent));
    await alice.nextResponse(200, 'CANCEL');
    expect(bob.inbox).toEqual([]);
    bob.reply(got, 180);
    await bob.nextRequest('CANCEL');
  });

  it('ends with 408 when it has rung for too long, and the phone is told', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    await invite(alice, '202');
    bob.reply(await bob.nextRequest('INVITE'), 180);
    await alice.nextResponse(408, 'INVITE');
    await bob.nextRequest('CANCEL');
  });

  it('ends with 408 when the phone says nothing, and 480 when its socket closes', async () => {
    const [alice, bob] = [await registered('201'), await registered('202')];
    await invite(alice, '202');
    await bob.nextRequest('INVITE');
    await alice.nextResponse(408, 'INVITE');
    await invite(alice, '202');
    bob.reply(await bob.nextRequest('INVITE'), 180);
    bob.close();
    await alice.nextResponse(480, 'INVITE');
  });

  it('rings on at 605 until the caller cancels', async () => {
    const alice = await registered('201');
    const sent = await invite(alice, '605');
    await alice.nextResponse(180, 'INVITE');
    alice.send(cancelOf(sent));
    await alice.nextResponse(487, 'INVITE');
    expect(gateway.calls('605')[0]?.end).toMatchObject({ by: 'phone', status: 487 });
  });
});

describe('a call to a user with three phones', () => {
  async function threeRing() {
    const alice = await registered('201');
    const bobs = [await registered('202'), await registered('202'), await registered('202')];
    const sent = await invite(alice, '202');
    const ringing = await Promise.all(
      bobs.map(async (phone) => {
        const got = await phone.nextRequest('INVITE');
        phone.reply(got, 180);
        return { phone, got };
      }),
    );
    const [first, second, third] = ringing;
    if (!first || !second || !third) throw new Error('three phones were expected');
    return { alice, sent, first, second, third };
  }

  it('is answered at one, and the others hear that it was completed elsewhere', async () => {
    const { alice, first, second, third } = await threeRing();
    second.phone.reply(second.got, 200);
    await alice.nextResponse(200, 'INVITE');
    for (const { phone, got } of [first, third]) {
      const cancel = await phone.nextRequest('CANCEL');
      expect(header(cancel, 'Reason')).toBe(completedElsewhere);
      phone.reply(cancel, 200);
      phone.reply(got, 487);
      await phone.nextRequest('ACK');
    }
    expect(alice.inbox.filter((m) => m.kind === 'response' && m.status >= 300)).toEqual([]);
  });

  it('goes on ringing while one is busy, and ends with the best answer', async () => {
    const { alice, first, second, third } = await threeRing();
    first.phone.reply(first.got, 480);
    second.phone.reply(second.got, 486);
    await second.phone.nextRequest('ACK');
    expect(alice.inbox.filter((m) => m.kind === 'response' && m.status >= 300)).toEqual([]);
    third.phone.reply(third.got, 408);
    await alice.nextResponse(486, 'INVITE');
  });

  it('ends everywhere when one declines', async () => {
    const { alice, first, second, third } = await threeRing();
    first.phone.reply(first.got, 603);
    for (const { phone, got } of [second, third]) {
      expect(header(await phone.nextRequest('CANCEL'), 'Reason')).toBe('SIP;cause=603');
      phone.reply(got, 487);
    }
    await alice.nextResponse(603, 'INVITE');
  });

  it('passes on both answers when two answer at once', async () => {
    const { alice, first, second } = await threeRing();
    first.phone.reply(first.got, 200);
    second.phone.reply(second.got, 200);
    await alice.nextResponse(200, 'INVITE');
    await alice.nextResponse(200, 'INVITE');
  });
});

describe('what the gateway does not do', () => {
  it.each([
    ['PUBLISH', 405],
    ['BYE', 481],
    ['FROBNICATE', 501],
  ])('%s outside a dialog gets %i', async (method, status) => {
    const alice = await registered('201');
    alice.send(alice.make(method, 'sip:202@gateway.example'));
    await alice.nextResponse(status, method);
  });

  it('lets nobody call in the name of another', async () => {
    const alice = await registered('201');
    const request = alice.make('INVITE', 'sip:202@gateway.example', {
      from: '<sip:203@gateway.example>;tag=x',
    });
    await alice.authenticate(request);
    await alice.nextResponse(403, 'INVITE');
  });

  it('refuses what lacks a header, and what has come too far', async () => {
    const alice = await registered('201');
    const options = alice.make('OPTIONS', 'sip:gateway.example');
    alice.send({ ...options, headers: options.headers.filter((h) => h.name !== 'Call-ID') });
    await alice.nextResponse(400, 'OPTIONS');
    const far = options.headers.map((h) => (h.name === 'Max-Forwards' ? { ...h, value: '0' } : h));
    alice.send({ ...options, headers: far });
    await alice.nextResponse(483, 'OPTIONS');
  });
});
