export const sampleRate = 8000;

/** 20 ms, as telephones send it (RFC 3551 §4.2). */
export const frameSamples = 160;

/** A sine that goes on where the last frame ended. `level` is the peak, 1 being full scale. */
export function makeTone(hz: number, level = 0.3): () => Int16Array {
  let at = 0;
  return () => {
    const frame = new Int16Array(frameSamples);
    for (let i = 0; i < frameSamples; i++, at++) {
      frame[i] = Math.round(32_767 * level * Math.sin((2 * Math.PI * hz * at) / sampleRate));
    }
    return frame;
  };
}

export const silence = (): Int16Array => new Int16Array(frameSamples);
