/** Tones as evidence: a microphone that hums at one frequency, and an ear that tells which one it hears. */

/** A sine at half of full scale, `seconds` long; whole periods when `hz * seconds` is whole, so that it loops without a click. */
export function makeTone(hz: number, seconds: number, sampleRate: number): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, index) => 0.5 * Math.sin((2 * Math.PI * hz * index) / sampleRate),
  );
}

/** Amplitude of the sine of `hz` in the samples: 1 for a full-scale one. Goertzel's algorithm, which also takes an `hz` between two bins. */
export function amplitudeAt(samples: Float32Array, sampleRate: number, hz: number): number {
  const omega = (2 * Math.PI * hz) / sampleRate;
  const coefficient = 2 * Math.cos(omega);
  let previous = 0;
  let beforeThat = 0;
  for (const sample of samples) {
    const next = sample + coefficient * previous - beforeThat;
    beforeThat = previous;
    previous = next;
  }
  const power = previous ** 2 + beforeThat ** 2 - coefficient * previous * beforeThat;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}

/** `share` is the part of the sound's power that lies in this one tone: near 1 for a pure tone, near 0 for noise or speech. */
export type Heard = { hz: number; amplitude: number; share: number };

/** The strongest tone between 100 and 3,400 Hz, what a telephone carries; null in silence. Needs at least 50 ms of sound. */
export function strongestTone(samples: Float32Array, sampleRate: number): Heard | null {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  if (!(power > 1e-7)) return null;
  const at = (hz: number) => ({ hz, amplitude: amplitudeAt(samples, sampleRate, hz) });
  const strongest = (from: number, to: number, step: number) => {
    let best = at(from);
    for (let hz = from + step; hz <= to; hz += step) {
      const next = at(hz);
      if (next.amplitude > best.amplitude) best = next;
    }
    return best;
  };
  // Half a bin is narrow enough not to miss a peak, which is two bins wide; then closer around it.
  const halfBin = sampleRate / samples.length / 2;
  const coarse = strongest(100, 3400, halfBin);
  const { hz, amplitude } = strongest(coarse.hz - halfBin, coarse.hz + halfBin, halfBin / 20);
  return { hz, amplitude, share: Math.min(1, amplitude ** 2 / 2 / power) };
}

/** Whether a sound is this tone: within 1 % of it, and more than half of all that is heard. */
export function isTone(heard: Heard | null, hz: number): boolean {
  return heard !== null && Math.abs(heard.hz - hz) <= hz / 100 && heard.share > 0.5;
}
