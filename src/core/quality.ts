/** What the browser has measured of a call's audio up to one moment; packets count from the beginning, seen from us. */
export type QualitySample = {
  packetsReceived: number;
  packetsLost: number;
  jitterMs: number;
  /** Null until the far end has reported once (RFC 3550 §6.4.1). */
  roundTripMs: number | null;
  /** As in SDP, "opus" or "PCMU"; empty when it is not known. */
  codec: string;
};

/** How a call sounded here. `mos` is 1 (bad) to 4.4 (as good as a telephone gets), estimated from the rest. */
export type Quality = {
  lossPercent: number;
  jitterMs: number;
  roundTripMs: number | null;
  codec: string;
  mos: number;
};

/** What is kept of all samples of a call, however many there were. */
export type QualitySum = {
  last: QualitySample;
  samples: number;
  jitterMs: number;
  roundTripMs: number;
  roundTrips: number;
};

export function addSample(sum: QualitySum | null, sample: QualitySample): QualitySum {
  const before = sum ?? { samples: 0, jitterMs: 0, roundTripMs: 0, roundTrips: 0 };
  return {
    last: sample,
    samples: before.samples + 1,
    jitterMs: before.jitterMs + sample.jitterMs,
    roundTripMs: before.roundTripMs + (sample.roundTripMs ?? 0),
    roundTrips: before.roundTrips + (sample.roundTripMs === null ? 0 : 1),
  };
}

/** Null when nothing ever came in: then there is nothing to judge. */
export function summarise({ last, samples, jitterMs, roundTripMs, roundTrips }: QualitySum): Quality | null {
  if (last.packetsReceived === 0) return null;
  // A sender that repeats packets makes the count of lost ones negative (RFC 3550 §6.4.1).
  const lost = Math.max(0, last.packetsLost);
  const measured = {
    lossPercent: round((100 * lost) / (lost + last.packetsReceived), 1),
    jitterMs: round(jitterMs / samples, 1),
    roundTripMs: roundTrips === 0 ? null : Math.round(roundTripMs / roundTrips),
    codec: last.codec,
  };
  return { ...measured, mos: round(estimateMos(measured), 1) };
}

type Impairment = { ie: number; bpl: number };

// Equipment impairment and robustness against loss, ITU-T G.113 appendix I; both with concealment of what is lost.
const g711: Impairment = { ie: 0, bpl: 25.1 };
const impairments: Readonly<Record<string, Impairment>> = { g729: { ie: 11, bpl: 19 } };

/**
 * The E-model of ITU-T G.107, for which no echo and no noise is all that we know of the rooms: R = 93.2 - Id - Ie,eff, and annex B for
 * the way from R to MOS. Wide-band codecs are judged as G.711, since the narrow-band model knows no better.
 */
export function estimateMos(quality: Omit<Quality, 'mos'>): number {
  const { ie, bpl } = impairments[quality.codec.toLowerCase()] ?? g711;
  const effective = ie + (95 - ie) * (quality.lossPercent / (quality.lossPercent + bpl));
  const rating = 93.2 - delayImpairment(mouthToEarMs(quality)) - effective;
  if (rating <= 0) return 1;
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}

/** Half of the way there and back, a packet of 20 ms and its coding, and a jitter buffer that holds twice the jitter. */
function mouthToEarMs({ roundTripMs, jitterMs }: Omit<Quality, 'mos'>): number {
  return (roundTripMs ?? 0) / 2 + 25 + 2 * jitterMs;
}

/** How much a delay takes away: little until 177.3 ms, from where people begin to talk at the same time (Cole and Rosenbluth, 2001). */
function delayImpairment(ms: number): number {
  return 0.024 * ms + (ms > 177.3 ? 0.11 * (ms - 177.3) : 0);
}

function round(figure: number, digits: number): number {
  return Number(figure.toFixed(digits));
}
