import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strongestTone } from '../e2e/tone';
import { decodeWav } from './wav';

const folder = new URL('../public/sounds/', import.meta.url);

/** What an ear would write down: one row for each change, `hz` 0 for silence, to the nearest 20 ms and 25 Hz. */
function listen(name: string): { hz: number; seconds: number }[] {
  const { samples, sampleRate } = decodeWav(readFileSync(new URL(`${name}.wav`, folder)));
  const window = sampleRate / 50;
  const rows: { hz: number; windows: number }[] = [];
  for (let at = 0; at < samples.length; at += window) {
    const heard = strongestTone(samples.subarray(at, at + window), sampleRate);
    const hz = heard && heard.amplitude > 0.004 ? Math.round(heard.hz / 25) * 25 : 0;
    const last = rows.at(-1);
    if (last?.hz === hz) last.windows++;
    else rows.push({ hz, windows: 1 });
  }
  return rows.map(({ hz, windows }) => ({ hz, seconds: windows / 50 }));
}

describe('the sounds of the phone', () => {
  it.each([
    { name: 'ringback', cadence: [425, 1, 0, 4] },
    { name: 'busy', cadence: [425, 0.48, 0, 0.48] },
    { name: 'congestion', cadence: [425, 0.24, 0, 0.24] },
    { name: 'call-waiting', cadence: [425, 0.2, 0, 0.2, 425, 0.2, 0, 5] },
    { name: 'ended', cadence: [475, 0.12, 0, 0.08, 400, 0.16, 0, 0.04] },
  ])('$name holds its tone and its cadence', ({ name, cadence }) => {
    expect(listen(name).flatMap(({ hz, seconds }) => [hz, seconds])).toEqual(cadence);
  });

  it('ringtone warbles between 660 and 825 Hz for two seconds, then is silent for four', () => {
    const { samples, sampleRate } = decodeWav(readFileSync(new URL('ringtone.wav', folder)));
    const step = sampleRate / 20;
    const steps = Array.from({ length: 40 }, (_, index) =>
      strongestTone(samples.subarray(index * step, (index + 1) * step), sampleRate),
    );
    steps.forEach((heard, index) => {
      expect(Math.abs((heard?.hz ?? 0) - (index % 2 ? 825 : 660))).toBeLessThan(15);
    });
    expect(samples.subarray(2 * sampleRate).every((sample) => sample === 0)).toBe(true);
    expect(samples.length).toBe(6 * sampleRate);
  });

  it('ringtone begins and fades softly', () => {
    const { samples, sampleRate } = decodeWav(readFileSync(new URL('ringtone.wav', folder)));
    const loudest = (from: number, to: number) =>
      samples.subarray(from * sampleRate, to * sampleRate).reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    expect(loudest(0, 0.01)).toBeLessThan(loudest(0.5, 1) / 4);
    expect(loudest(1.95, 2)).toBeLessThan(loudest(0.5, 1) / 4);
  });

  it('together they take less than 400 kB', () => {
    const sizes = readdirSync(folder).map((file) => statSync(new URL(file, folder)).size);
    expect(sizes.length).toBe(6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });
});
