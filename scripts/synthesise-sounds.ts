import { mkdirSync, writeFileSync } from 'node:fs';
import { recipes, synthesise } from './sounds';
import { encodeWav } from './wav';

/** Writes every sound of the phone into public/sounds. */

const folder = new URL('../public/sounds/', import.meta.url);
mkdirSync(folder, { recursive: true });

for (const [name, recipe] of Object.entries(recipes)) {
  const { samples, sampleRate } = synthesise(recipe);
  writeFileSync(new URL(`${name}.wav`, folder), encodeWav(samples, sampleRate));
}
