import { describe, expect, it } from 'vitest';
import { decodeWav, encodeWav } from '../scripts/wav';
import { amplitudeAt, isTone, makeTone, strongestTone } from './tone';

describe('the ear that tells tones apart', () => {
  it.each([
    [440, 48000],
    [880, 48000],
    [425, 8000],
    [1004.5, 16000],
  ])('finds %d Hz at %d samples a second to within 1 Hz', (hz, sampleRate) => {
    const heard = strongestTone(makeTone(hz, 0.25, sampleRate), sampleRate);
    expect(heard?.hz).toBeCloseTo(hz, 0);
    expect(heard?.amplitude).toBeCloseTo(0.5, 1);
    expect(heard?.share).toBeGreaterThan(0.9);
  });

  it('hears nothing in silence', () => {
    expect(strongestTone(new Float32Array(4000), 8000)).toBeNull();
  });

  it('does not take noise for a tone', () => {
    let state = 1;
    const noise = Float32Array.from({ length: 4000 }, () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647 - 0.5;
    });
    const heard = strongestTone(noise, 8000);
    expect(heard?.share).toBeLessThan(0.1);
    expect(heard && isTone(heard, heard.hz)).toBe(false);
  });

  it('takes 880 Hz neither for 440 Hz nor for 890 Hz', () => {
    const heard = strongestTone(makeTone(880, 0.2, 48000), 48000);
    expect([440, 880, 890].map((hz) => isTone(heard, hz))).toEqual([false, true, false]);
  });

  it('measures how loud one tone is beside another', () => {
    const [low, high] = [makeTone(440, 0.5, 8000), makeTone(880, 0.5, 8000)];
    const both = low.map((sample, index) => sample + 0.2 * (high[index] ?? 0));
    expect(amplitudeAt(both, 8000, 440)).toBeCloseTo(0.5, 2);
    expect(amplitudeAt(both, 8000, 880)).toBeCloseTo(0.1, 2);
  });

  it('still hears a tone that went through a WAV file', () => {
    const { samples, sampleRate } = decodeWav(encodeWav(makeTone(440, 0.2, 16000), 16000));
    expect(sampleRate).toBe(16000);
    expect(isTone(strongestTone(samples, sampleRate), 440)).toBe(true);
  });
});
