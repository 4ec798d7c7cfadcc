import type { Tone } from '../core/tone';
import { log } from '../platform/log';

const playAtMostMs: Partial<Record<Tone, number>> = { busy: 4_000, congestion: 3_000 };

/** Plays one tone at a time out of the extension's own sounds. */
export class Tones {
  readonly #speaker = new Audio();
  #playing: Tone | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The same tone again does not begin anew; null is silence. */
  play(tone: Tone | null): void {
    if (tone === this.#playing) return;
    this.#playing = tone;
    clearTimeout(this.#timer);
    this.#speaker.pause();
    if (!tone) return;
    this.#speaker.src = `/sounds/${tone}.wav`;
    this.#speaker.loop = tone !== 'ended';
    // Another tone before this one has begun aborts it, which is no fault.
    this.#speaker
      .play()
      .catch(
        (error: Error) =>
          error.name !== 'AbortError' && log.error('tone not played', { tone, why: error.name }),
      );
    const limit = playAtMostMs[tone];
    if (limit) this.#timer = setTimeout(() => this.#speaker.pause(), limit);
  }
}
