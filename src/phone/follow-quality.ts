import { addSample, type Quality, type QualitySample, type QualitySum, summarise } from '../core/quality';
import { pause } from './time';

const everyMs = 10_000;

type Parts = {
  /** Null while there is nothing to measure; after the end of the call, as it was then. */
  measure: () => Promise<QualitySample | null>;
  onQuality: (quality: Quality) => void;
  /** Aborted when the call ends. */
  signal: AbortSignal;
};

/** Measures a call every ten seconds and once more at its end, and tells each time how it has sounded from its beginning. */
export async function followQuality({ measure, onQuality, signal }: Parts): Promise<void> {
  let sum: QualitySum | null = null;
  do {
    await pause(everyMs, signal);
    const sample = await measure();
    if (sample) sum = addSample(sum, sample);
    const quality = sum && summarise(sum);
    if (quality) onQuality(quality);
  } while (!signal.aborted);
}
