/** WAV files with one channel of 16-bit PCM, the plainest that browsers and telephone tools agree on. */

const headerBytes = 44;

/** `samples` are in [-1, 1]; what lies outside is clipped. */
export function encodeWav(samples: Float32Array, sampleRate: number): Uint8Array {
  const bytes = new Uint8Array(headerBytes + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, word: string) => bytes.set(new TextEncoder().encode(word), at);
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(headerBytes + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32767), true);
  });
  return bytes;
}

export type Sound = { samples: Float32Array; sampleRate: number };

/** Reads what `encodeWav` writes. Throws for any other kind of WAV, which this is not the place to convert. */
export function decodeWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number) => new TextDecoder().decode(bytes.subarray(at, at + 4));
  const isOurs = text(0) === 'RIFF' && text(8) === 'WAVE' && text(36) === 'data';
  if (!isOurs || view.getUint16(22, true) !== 1 || view.getUint16(34, true) !== 16)
    throw new Error('expected a plain WAV of one channel and 16 bits');
  const length = view.getUint32(40, true) / 2;
  const samples = Float32Array.from(
    { length },
    (_, index) => view.getInt16(headerBytes + index * 2, true) / 32767,
  );
  return { samples, sampleRate: view.getUint32(24, true) };
}
