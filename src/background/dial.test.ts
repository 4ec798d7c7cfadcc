import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { BERLIN, DENVER } from '../core/dial/make-rules';
import { makeProfileDocument } from './make-profile';
import { makeSignedInWorker } from './make-worker';

const locked = { DialRule: true, OutsidePrefix: '9', CountryCode: '1', NationalLength: '10' };

beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

it('tells the phone of other rules, by which it knows whose numbers are of this system', async () => {
  const { phone, page } = await makeSignedInWorker(makeProfileDocument({ ...locked, DialRule: false }));
  await page.send('rules.use', BERLIN);
  await vi.waitFor(() => expect(phone.setups.at(-1)?.dial.rules).toEqual(BERLIN));
});

it('goes by the person’s own rules where the profile leaves them to the person, as soon as they are saved', async () => {
  const { phone, page } = await makeSignedInWorker(makeProfileDocument({ ...locked, DialRule: false }));
  await page.send('call.dial', { typed: '212-555-0123' });
  await page.send('rules.use', BERLIN);
  await page.send('call.dial', { typed: '030 55501234' });
  await page.send('rules.use', DENVER);
  await page.send('call.dial', { typed: '(303) 555-0142' });
  expect(phone.told).toEqual([
    'call.place 212-555-0123 → 92125550123',
    'call.place 030 55501234 → 055501234',
    'call.place (303) 555-0142 → 95550142',
  ]);
});

it.each([
  ['sets the rules', locked, '92125550123'],
  ['switches them off', {}, '2125550123'],
] as const)(
  'goes by a profile that %s, whatever rules of their own a person has',
  async (_title, rules, sent) => {
    const { phone, page } = await makeSignedInWorker(makeProfileDocument(rules));
    await page.send('rules.use', BERLIN);
    await page.send('call.dial', { typed: '212-555-0123' });
    expect(phone.told).toEqual([`call.place 212-555-0123 → ${sent}`]);
  },
);

it('leaves one number as it is typed when the rules are switched off for it', async () => {
  const { phone, page } = await makeSignedInWorker(makeProfileDocument(locked));
  await page.send('call.dial', { typed: '212-555-0123', asTyped: true });
  await page.send('call.dial', { typed: '212-555-0123' });
  expect(phone.told).toEqual([
    'call.place 212-555-0123 → 2125550123',
    'call.place 212-555-0123 → 92125550123',
  ]);
});

it('places no call for what is no number', async () => {
  const { phone, page } = await makeSignedInWorker(makeProfileDocument());
  expect(await page.send('call.dial', { typed: 'Bob' })).toEqual({ ok: false, why: 'bad-number' });
  expect(phone.told).toEqual([]);
});

it('tells the phone of every gateway for an emergency call, of those for registering only the first without failover', async () => {
  const { phone } = await makeSignedInWorker(makeProfileDocument({ AutoFailover: false }));
  expect(phone.setups.at(-1)).toMatchObject({
    gateways: ['wss://one.example.com:9443/ws'],
    everyGateway: ['wss://one.example.com:9443/ws', 'wss://two.example.com:9443/ws'],
  });
});
