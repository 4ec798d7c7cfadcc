import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchNetwork } from './watch-network';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function makeNetwork() {
  const target = new EventTarget();
  const connection = new EventTarget();
  let told = 0;
  watchNetwork(
    () => {
      told += 1;
    },
    { target, connection },
  );
  return {
    comesBack: () => target.dispatchEvent(new Event('online')),
    changes: () => connection.dispatchEvent(new Event('change')),
    get told() {
      return told;
    },
  };
}

it('tells of a network that came back each time, at once', () => {
  const network = makeNetwork();
  network.comesBack();
  network.comesBack();
  expect(network.told).toBe(2);
});

it('tells of another network at once, and of the next one half a minute later at the earliest', async () => {
  const network = makeNetwork();
  network.changes();
  network.changes();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.told).toBe(1);
  network.changes();
  network.changes();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(network.told).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(network.told).toBe(2);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(network.told).toBe(2);
});
