import { findPeak } from './goertzel';
import { sampleRate } from './tone';

/** What was heard without change for a time. */
export interface Heard {
  /** Null when it was silence, or no one clear tone. */
  readonly hz: number | null;
  /** 0 dB is a full-scale sine; silence is below -60. */
  readonly levelDb: number;
  readonly seconds: number;
}

const windowSamples = sampleRate / 10;
const windowTicks = 5;

export interface Listener {
  /** Samples as they arrive, 8000 a second. */
  hear(samples: Int16Array): void;
  /** To be called every 20 ms: where nothing arrives any more, silence is what one hears. */
  tick(): void;
}

/**
 * Reports what it hears, each time that it has lasted another second. A tone that wavers by 15 Hz is the same tone.
 */
export function makeListener(report: (heard: Heard) => void): Listener {
  let pending: number[] = [];
  let quietTicks = 0;
  let steady = { hz: null as number | null, levelDb: -100, windows: 0 };

  function window(samples: Int16Array): void {
    const peak = findPeak(samples);
    const hz = peak.levelDb > -45 && peak.purity > 0.7 ? peak.hz : null;
    const isSame = hz === null || steady.hz === null ? hz === steady.hz : Math.abs(hz - steady.hz) <= 15;
    steady = isSame
      ? { hz, levelDb: peak.levelDb, windows: steady.windows + 1 }
      : { hz, levelDb: peak.levelDb, windows: 1 };
    if (steady.windows % 10 === 0) report({ hz, levelDb: peak.levelDb, seconds: steady.windows / 10 });
  }

  return {
    hear(samples) {
      quietTicks = 0;
      for (const sample of samples) pending.push(sample);
      while (pending.length >= windowSamples) {
        window(Int16Array.from(pending.slice(0, windowSamples)));
        pending = pending.slice(windowSamples);
      }
    },
    tick() {
      quietTicks += 1;
      // Up to 200 ms is jitter; from then on every five ticks are a window of nothing.
      if (quietTicks < 3 * windowTicks || quietTicks % windowTicks !== 0) return;
      pending = [];
      window(new Int16Array(windowSamples));
    },
  };
}
