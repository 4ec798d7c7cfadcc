import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Quality, QualitySample } from '../core/quality';
import { followQuality } from './follow-quality';

const sample: QualitySample = {
  packetsReceived: 500,
  packetsLost: 0,
  jitterMs: 2,
  roundTripMs: 20,
  codec: 'opus',
};
const told: Quality[] = [];
let taken = 0;
let call = new AbortController();
let measured: () => Promise<QualitySample | null> = async () => sample;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  taken = 0;
  call = new AbortController();
  measured = async () => sample;
});
afterEach(() => vi.useRealTimers());

function follow(): Promise<void> {
  return followQuality({
    measure: () => {
      taken++;
      return measured();
    },
    onQuality: (quality) => told.push(quality),
    signal: call.signal,
  });
}

it('measures a call a few times a minute, and no more once it has ended', async () => {
  const over = follow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toBe(6);
  call.abort();
  await over;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toBe(7);
  expect(told).toHaveLength(7);
});

it('measures a call of a second at its end', async () => {
  const over = follow();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(taken).toBe(0);
  call.abort();
  await over;
  expect(told).toMatchObject([{ codec: 'opus', roundTripMs: 20 }]);
});

it('says nothing as long as there was nothing to measure', async () => {
  void follow();
  measured = async () => null;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
  measured = async () => sample;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toHaveLength(1);
});
