import type { Heard } from '../media/listener';
import { MediaPeer, type Source } from '../media/peer';
import { anyVoice, type Direction, g711Voice } from '../media/sdp';
import type { Watch } from '../watch';

export interface ToneWish {
  /** The frequency, or null for silence. */
  readonly hz: number | null;
  /** Default 10. */
  readonly toleranceHz?: number;
  /** Default 8000. */
  readonly timeoutMs?: number;
}

export function isHeard(heard: Heard | undefined, { hz, toleranceHz = 10 }: ToneWish): boolean {
  if (!heard || hz === null || heard.hz === null) return heard !== undefined && heard.hz === hz;
  return Math.abs(heard.hz - hz) <= toleranceHz;
}

/** `440 Hz (level -12 dB) for 1.0 s` */
export function describeHeard({ hz, levelDb, seconds }: Heard): string {
  const level = `(level ${Math.round(levelDb)} dB)`;
  const what = hz === null ? (levelDb < -45 ? 'silence' : `no clear tone ${level}`) : `${hz} Hz ${level}`;
  return `${what} for ${seconds.toFixed(1)} s`;
}

/** The audio of one call: opened with the first SDP, closed with the call; remembers what it heard. */
export class CallMedia {
  readonly #watch: Watch;
  readonly #note: (line: string) => void;
  readonly #hearings: Heard[] = [];
  #digits = '';
  #source: Source = 'silence';
  #peer: Promise<MediaPeer> | undefined;

  constructor(watch: Watch, note: (line: string) => void) {
    this.#watch = watch;
    this.#note = note;
  }

  get digits(): string {
    return this.#digits;
  }

  get hearings(): readonly Heard[] {
    return this.#hearings;
  }

  get source(): Source {
    return this.#source;
  }

  async play(source: Source): Promise<void> {
    this.#source = source;
    (await this.#opened()).play(source);
  }

  async offer(direction?: Direction): Promise<string> {
    return (await this.#opened()).offer(direction);
  }

  async accept(sdp: string): Promise<void> {
    await (await this.#opened()).accept(sdp);
  }

  /** An echo takes the codec that the caller likes best; who speaks or listens wants G.711. */
  async answer(sdp: string): Promise<string | undefined> {
    const peer = await this.#opened();
    return this.#source === 'echo' ? peer.answer(sdp, anyVoice, 'offered') : peer.answer(sdp, g711Voice);
  }

  async close(): Promise<void> {
    await (await this.#peer)?.close();
  }

  #opened(): Promise<MediaPeer> {
    this.#peer ??= MediaPeer.open({
      onHeard: (heard) => {
        this.#hearings.push(heard);
        if (heard.seconds === 1) this.#note(`heard ${describeHeard(heard)}`);
        this.#watch.changed();
      },
      onDigit: ({ digit, durationMs }) => {
        this.#digits += digit;
        this.#note(`heard DTMF ${digit} (${durationMs} ms)`);
        this.#watch.changed();
      },
    });
    return this.#peer;
  }
}
