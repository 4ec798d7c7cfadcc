/** G.711 (ITU-T): 16-bit samples to one byte each and back, at 8000 samples per second. */

export type G711 = 'PCMU' | 'PCMA';

export function encodeUlaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(Math.round(sample)), 32_635) + 0x84;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function decodeUlaw(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return bits & 0x80 ? -magnitude : magnitude;
}

export function encodeAlaw(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = Math.min(Math.abs(Math.round(sample)), 32_767) >> 4;
  const exponent = magnitude < 32 ? (magnitude < 16 ? 0 : 1) : Math.floor(Math.log2(magnitude)) - 3;
  const mantissa = exponent < 2 ? magnitude & 0x0f : (magnitude >> (exponent - 1)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

function decodeAlaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const base = ((bits & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? base : (base + 0x100) << (exponent - 1);
  return bits & 0x80 ? magnitude : -magnitude;
}

const tables = {
  PCMU: Int16Array.from({ length: 256 }, (_, byte) => decodeUlaw(byte)),
  PCMA: Int16Array.from({ length: 256 }, (_, byte) => decodeAlaw(byte)),
} as const satisfies Record<G711, Int16Array>;

/** One sample for each byte of an RTP payload, in [-32768, 32767]. */
export function decodeG711(codec: G711, payload: Uint8Array): Int16Array {
  return Int16Array.from(payload, (byte) => tables[codec][byte] ?? 0);
}

export function encodeG711(codec: G711, samples: Int16Array): Buffer {
  return Buffer.from(Uint8Array.from(samples, codec === 'PCMU' ? encodeUlaw : encodeAlaw));
}
