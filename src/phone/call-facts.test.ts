import { expect, it, vi } from 'vitest';
import { dial, makePhoneInCall, makeRegisteredPhone } from './make-phone';

it('a call that nobody answers is logged with the gateway that it went through', async () => {
  const world = await makeRegisteredPhone();
  const far = await dial(world);
  await far.refuse(603);
  await world.screen.until('ended');
  expect(world.facts).toEqual([{ gateway: 'one.example.com:9443' }]);
});

it('a call is measured once more when it ends', async () => {
  const world = await makePhoneInCall();
  const { media } = world.studio;
  media.sample = { packetsReceived: 99, packetsLost: 1, jitterMs: 2, roundTripMs: null, codec: 'PCMA' };
  world.phone.hangUp(world.screen.id);
  expect(media.isClosed).toBe(true);
  await world.screen.until('ended');
  await vi.waitFor(() =>
    expect(world.facts.at(-1)).toMatchObject({ quality: { lossPercent: 1, codec: 'PCMA' } }),
  );
});

it('a call that is forwarded is logged with where it goes', async () => {
  const world = await makeRegisteredPhone();
  const far = await dial(world);
  await far.refuse(302, ['Contact: <sip:205@example.com>']);
  await world.screen.until('ended');
  expect(world.facts).toContainEqual({ forwardedTo: '205' });
});

it('a call that was forwarded to us is logged with who was called first', async () => {
  const world = await makeRegisteredPhone();
  await world.bob.calls({ diversion: '<sip:209@example.com>;reason=no-answer' });
  await world.screen.until('ringing');
  expect(world.facts).toContainEqual({ divertedFrom: '209' });
});
