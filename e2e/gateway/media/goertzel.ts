import { sampleRate } from './tone';

export interface Peak {
  readonly hz: number;
  /** Of the whole signal, 0 dB being a full-scale sine. */
  readonly levelDb: number;
  /** Share of the signal's energy that lies in this one frequency, 0 to 1. */
  readonly purity: number;
}

/** Energy of one frequency in the samples (G. Goertzel, 1958), as mean square of the sine found. */
function energyAt(samples: Int16Array, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / sampleRate);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + turn * last - before, last];
  const power = last * last + before * before - turn * last * before;
  return (2 * power) / (samples.length * samples.length);
}

/** The strongest frequency between 100 and 3500 Hz, to 1 Hz. */
export function findPeak(samples: Int16Array): Peak {
  const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const levelDb = 10 * Math.log10(Math.max(meanSquare, 0.01) / (32_767 ** 2 / 2));
  const step = sampleRate / samples.length / 2;
  const coarse = strongest(samples, 100, 3500, step);
  const fine = strongest(samples, coarse.hz - step, coarse.hz + step, 1);
  return { hz: Math.round(fine.hz), levelDb, purity: meanSquare === 0 ? 0 : fine.energy / meanSquare };
}

function strongest(samples: Int16Array, from: number, to: number, step: number) {
  let best = { hz: from, energy: -1 };
  for (let hz = from; hz <= to; hz += step) {
    const energy = energyAt(samples, hz);
    if (energy > best.energy) best = { hz, energy };
  }
  return best;
}
