import { afterEach, describe, expect, it } from 'vitest';
import { type Gateway, type GatewayOptions, startGateway } from './gateway';
import { ackOf, connectPhone, type RawPhone, within } from './raw-phone';
import { header } from './sip/headers';
import type { SipRequest } from './sip/message';

let gateway: Gateway;
const phones: RawPhone[] = [];

afterEach(async () => {
  for (const made of phones.splice(0)) made.close();
  await gateway.close();
});

async function registered(user: string): Promise<RawPhone> {
  const phone = await connectPhone(gateway.url, user);
  phones.push(phone);
  await phone.register();
  return phone;
}

async function start(options: GatewayOptions = {}): Promise<RawPhone> {
  gateway = await startGateway(options);
  return registered('201');
}

function subscribe(phone: RawPhone, user: string, event = 'presence', expires = '3600'): Promise<SipRequest> {
  const headers = { Event: event, Expires: expires, Contact: `<${phone.contact}>` };
  return phone.authenticate(phone.make('SUBSCRIBE', `sip:${user}@gateway.example`, { headers }));
}

/** The next NOTIFY, answered: what it says of the user, and of the subscription. */
async function told(phone: RawPhone): Promise<string> {
  const notify = await phone.nextRequest('NOTIFY');
  phone.reply(notify, 200);
  const activity = /<rpid:activities><rpid:([\w-]+)/.exec(notify.body)?.[1];
  const state = header(notify, 'Subscription-State')?.split(';')[0];
  return `${activity ?? /<basic>(\w+)/.exec(notify.body)?.[1]} ${state}`;
}

describe('who watches a user', () => {
  it('is told when they register, talk, hang up and leave', async () => {
    const alice = await start();
    await subscribe(alice, '202');
    expect(header(await alice.nextResponse(200, 'SUBSCRIBE'), 'Expires')).toBe('3600');
    expect(await told(alice)).toBe('closed active');
    const bob = await registered('202');
    expect(await told(alice)).toBe('open active');
    const carol = await registered('203');
    const sent = await carol.authenticate(
      carol.make('INVITE', 'sip:202@gateway.example', { body: 'v=0\r\n' }),
    );
    bob.reply(await bob.nextRequest('INVITE'), 200, 'v=0\r\n');
    const ok = await carol.nextResponse(200, 'INVITE');
    expect(await told(alice)).toBe('on-the-phone active');
    carol.send(ackOf(sent, ok));
    carol.send(within('BYE', sent, ok, 5000));
    expect(await told(alice)).toBe('open active');
    bob.close();
    expect(await told(alice)).toBe('closed active');
    expect(gateway.lines.join('\n')).toMatch(
      /201 → gw .* 201 watches 202 [\s\S]*gw → 201 .* 202 is on-the-phone /,
    );
  });

  it('is told nothing more when they have ended it, and that it is over when its time is', async () => {
    const alice = await start();
    const sent = await subscribe(alice, '202');
    const ok = await alice.nextResponse(200, 'SUBSCRIBE');
    expect(await told(alice)).toBe('closed active');
    const again = within('SUBSCRIBE', sent, ok, 5000);
    const extra = Object.entries({ Event: 'presence', Expires: '0', Contact: `<${alice.contact}>` });
    const headers = [...again.headers, ...extra.map(([name, value]) => ({ name, value }))];
    await alice.authenticate({ ...again, headers });
    expect(await told(alice)).toBe('closed terminated');
    await subscribe(alice, '203', 'presence', '1');
    expect(await told(alice)).toBe('closed active');
    expect(await told(alice)).toBe('closed terminated');
  });

  it.each([
    ['another event', '202', 'dialog', 489],
    ['nobody', '299', 'presence', 404],
  ])('is refused %s', async (_title, user, event, status) => {
    const alice = await start();
    await subscribe(alice, user, event);
    await alice.nextResponse(status, 'SUBSCRIBE');
  });

  it('is refused everything where there is no presence', async () => {
    const alice = await start({ presence: false });
    await subscribe(alice, '202');
    await alice.nextResponse(489, 'SUBSCRIBE');
  });
});
