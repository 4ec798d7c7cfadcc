import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeRegisteredPhone, type PhoneAndWorld } from './make-phone';
import { pass } from './pass';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ping = 'phone → CRLF CRLF';
const options = 'phone → OPTIONS sip:example.com';
const count = ({ wire }: PhoneAndWorld, wanted: string): number =>
  wire.lines.filter((line) => line === wanted).length;
const connections = ({ gateway }: PhoneAndWorld): number => gateway.attempts;

it('asks a silent gateway by OPTIONS too, as long as it has never answered a CRLF', async () => {
  const world = await makeRegisteredPhone();
  await pass(60_000);
  expect(count(world, ping)).toBeGreaterThan(3);
  expect(count(world, options)).toBe(count(world, ping));
  expect(connections(world)).toBe(1);
});

it('asks by CRLF alone once the gateway has answered one', async () => {
  const world = await makeRegisteredPhone();
  world.gateway.pongs = true;
  await pass(60_000);
  expect(count(world, ping)).toBeGreaterThan(3);
  expect(count(world, options)).toBe(1);
  expect(connections(world)).toBe(1);
});

it('does not ask while something comes in anyway', async () => {
  const world = await makeRegisteredPhone();
  for (let second = 0; second < 60; second += 5) {
    world.gateway.say('\r\n');
    await pass(5_000);
  }
  expect(count(world, ping)).toBe(0);
});

it('takes an answer of any kind for life, a refusal too', async () => {
  const world = await makeRegisteredPhone();
  world.gateway.registrar.agent.hasUser = () => null;
  await pass(60_000);
  expect(connections(world)).toBe(1);
});

it('leaves a frozen gateway after ten seconds of silence and five without an answer', async () => {
  const world = await makeRegisteredPhone();
  world.gateway.mode = 'frozen';
  await pass(14_900);
  expect(world.phone.snapshot.registration.state).toBe('registered');
  // It is looked at every 2.5 s, and a ping is judged from when it was sent.
  await pass(2_700);
  const { registrations } = world.screen;
  expect(registrations.find(({ state }) => state === 'failed')).toMatchObject({ why: 'timeout' });
});

it('does not wait for the close of a frozen connection before it opens another', async () => {
  const world = await makeRegisteredPhone();
  world.gateway.freezeConnections();
  await pass(17_600);
  await world.screen.registration('registered');
  expect(connections(world)).toBe(2);
});

it('gives up a connection that closes without saying so', async () => {
  const world = await makeRegisteredPhone();
  world.gateway.halfClose();
  await pass(17_600);
  await world.screen.registration('registered');
  expect(connections(world)).toBe(2);
});

it('connects anew as soon as the machine wakes from sleep, since the other side has forgotten us', async () => {
  const world = await makeRegisteredPhone();
  vi.setSystemTime(Date.now() + 3_600_000);
  await pass(3_100);
  await world.screen.registration('registered');
  expect(connections(world)).toBe(2);
});

it('does not take a timer that is late by some seconds for a sleep', async () => {
  const world = await makeRegisteredPhone();
  vi.setSystemTime(Date.now() + 15_000);
  await pass(20_000);
  expect(connections(world)).toBe(1);
});

it("answers the server's own ping with one CRLF", async () => {
  const world = await makeRegisteredPhone();
  world.gateway.say('\r\n\r\n');
  await world.wire.until('phone → CRLF');
  expect(world.wire.lines.at(-1)).toBe('phone → CRLF');
});

it("answers the server's OPTIONS, by which some systems decide who is there", async () => {
  const world = await makeRegisteredPhone();
  world.bob.asks();
  await world.wire.until('phone → 200 OK (OPTIONS)');
});
