import { describe, expect, it } from 'vitest';
import { addSample, estimateMos, type QualitySample, type QualitySum, summarise } from './quality';
import { readStats } from './read-stats';

const clear = { lossPercent: 0, jitterMs: 0, roundTripMs: 0, codec: 'PCMU' };
const sample: QualitySample = {
  packetsReceived: 990,
  packetsLost: 10,
  jitterMs: 4,
  roundTripMs: 40,
  codec: 'opus',
};

function sumOf(...samples: QualitySample[]): QualitySum {
  const sum = samples.reduce<QualitySum | null>(addSample, null);
  if (!sum) throw new Error('no samples');
  return sum;
}

describe('the estimate of how a call sounds', () => {
  it.each([
    // R = 93.2 - 0.6 for 25 ms of packets and coding; annex B of G.107 makes 4.40 of it.
    [clear, 4.4],
    // Ie,eff = 95 * 1 / 26.1 = 3.6.
    [{ ...clear, lossPercent: 1 }, 4.32],
    // Ie,eff = 95 * 5 / 30.1 = 15.8.
    [{ ...clear, lossPercent: 5 }, 3.9],
    // 325 ms from mouth to ear: Id = 7.8 + 16.2.
    [{ ...clear, roundTripMs: 600 }, 3.57],
    [{ ...clear, codec: 'G729' }, 4.1],
  ])('of %o is a MOS of %d', (quality, mos) => {
    expect(estimateMos(quality)).toBeCloseTo(mos, 1);
  });

  it('never leaves the scale, whatever was measured', () => {
    for (const lossPercent of [0, 20, 60, 100]) {
      for (const roundTripMs of [null, 0, 900, 60_000]) {
        const mos = estimateMos({ ...clear, lossPercent, roundTripMs });
        expect(mos).toBeGreaterThanOrEqual(1);
        expect(mos).toBeLessThanOrEqual(4.5);
      }
    }
  });
});

describe('the summary of a call', () => {
  it('has the loss of the whole call and the mean of what was sampled', () => {
    const later = { ...sample, packetsReceived: 1_980, packetsLost: 20, jitterMs: 8, roundTripMs: 60 };
    expect(summarise(sumOf(sample, later))).toEqual({
      lossPercent: 1,
      jitterMs: 6,
      roundTripMs: 50,
      codec: 'opus',
      mos: 4.3,
    });
  });

  it('counts a round trip only where one was measured', () => {
    expect(summarise(sumOf({ ...sample, roundTripMs: null }, sample))?.roundTripMs).toBe(40);
    expect(summarise(sumOf({ ...sample, roundTripMs: null }))?.roundTripMs).toBeNull();
  });

  it('has no loss where packets came twice', () => {
    expect(summarise(sumOf({ ...sample, packetsLost: -3 }))?.lossPercent).toBe(0);
  });

  it('is none of a call in which nothing came in', () => {
    expect(summarise(sumOf({ ...sample, packetsReceived: 0, packetsLost: 0 }))).toBeNull();
  });
});

describe('the figures of the browser', () => {
  const inbound = {
    id: 'I1',
    type: 'inbound-rtp',
    kind: 'audio',
    codecId: 'C0',
    packetsReceived: 990,
    packetsLost: 10,
    jitter: 0.004,
  };
  const codec = { id: 'C0', type: 'codec', mimeType: 'audio/opus' };
  const remote = { id: 'R', type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.04 };

  it('are read in milliseconds, with the codec that they are about', () => {
    const other = { id: 'C1', type: 'codec', mimeType: 'audio/PCMU' };
    expect(readStats([other, codec, inbound, remote])).toEqual(sample);
  });

  it('give the round trip of the path where the far end does not report', () => {
    const pair = {
      id: 'P',
      type: 'candidate-pair',
      nominated: true,
      state: 'succeeded',
      currentRoundTripTime: 0.03,
    };
    expect(readStats([codec, inbound, pair])?.roundTripMs).toBe(30);
    expect(readStats([codec, inbound])?.roundTripMs).toBeNull();
  });

  it('are none while no audio comes in', () => {
    expect(readStats([codec, remote, null, 'x'])).toBeNull();
  });
});
