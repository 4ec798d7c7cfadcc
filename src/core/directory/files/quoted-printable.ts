/** The bytes that a quoted-printable text stands for (RFC 2045 §6.7), its soft line breaks already taken out. Lenient: what is no code stays. */
export function quotedPrintableBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const [whole, code] of text.matchAll(/=([0-9a-f]{2})|[^=]+|=/gi)) {
    if (code === undefined) bytes.push(...encoder.encode(whole));
    else bytes.push(Number.parseInt(code, 16));
  }
  return Uint8Array.from(bytes);
}
