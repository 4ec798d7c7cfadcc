import type { Sound } from './wav';

/** What the phone plays by itself, each as one turn of its cadence that can be looped without a gap. */

/** Silence, or one tone after another in steps of `stepSec`. */
type Part = { seconds: number; tones?: readonly number[]; stepSec?: number };
type Recipe = {
  sampleRate: number;
  gain: number;
  attackSec: number;
  releaseSec: number;
  parts: readonly Part[];
};

/** A tone of the telephone network: short edges, as loud as the voice that would be in its place. */
const network = { sampleRate: 8000, gain: 0.2, attackSec: 0.005, releaseSec: 0.005 };
const european = [425];

/**
 * The network's tones are those of most of Europe (ITU-T E.180 and its list of national tones; call waiting as in
 * Germany). The ringtone warbles between two notes a major third apart, as the bells of electronic telephones do.
 */
export const recipes = {
  ringtone: {
    sampleRate: 12000,
    gain: 0.4,
    attackSec: 0.06,
    releaseSec: 0.35,
    parts: [{ seconds: 2, tones: [660, 825], stepSec: 0.05 }, { seconds: 4 }],
  },
  ringback: { ...network, parts: [{ seconds: 1, tones: european }, { seconds: 4 }] },
  busy: { ...network, parts: [{ seconds: 0.48, tones: european }, { seconds: 0.48 }] },
  congestion: { ...network, parts: [{ seconds: 0.24, tones: european }, { seconds: 0.24 }] },
  'call-waiting': {
    ...network,
    parts: [
      { seconds: 0.2, tones: european },
      { seconds: 0.2 },
      { seconds: 0.2, tones: european },
      { seconds: 5 },
    ],
  },
  ended: {
    ...network,
    attackSec: 0.02,
    releaseSec: 0.06,
    parts: [
      { seconds: 0.12, tones: [480] },
      { seconds: 0.08 },
      { seconds: 0.16, tones: [400] },
      { seconds: 0.04 },
    ],
  },
} as const satisfies Record<string, Recipe>;

export type SoundName = keyof typeof recipes;

/** One turn of the cadence. */
export function synthesise(recipe: Recipe): Sound {
  const pieces = recipe.parts.map((part) => playPart(part, recipe));
  const samples = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return { samples, sampleRate: recipe.sampleRate };
}

function playPart(part: Part, { sampleRate, gain, attackSec, releaseSec }: Recipe): Float32Array {
  const samples = new Float32Array(Math.round(part.seconds * sampleRate));
  const { tones = [], stepSec = part.seconds } = part;
  if (tones.length === 0) return samples;
  let phase = 0;
  return samples.map((_, index) => {
    const nowSec = index / sampleRate;
    // The phase goes on from tone to tone, so that a change of tone makes no click.
    phase += (2 * Math.PI * (tones[Math.floor(nowSec / stepSec) % tones.length] ?? 0)) / sampleRate;
    const edge = Math.min(1, nowSec / attackSec, (part.seconds - nowSec) / releaseSec);
    return gain * Math.sin((edge * Math.PI) / 2) ** 2 * Math.sin(phase);
  });
}
