import { fileLimits, type Refusal } from './file-report';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type DecodedFile = { readonly ok: true; readonly text: string; readonly encoding: Encoding };

/** The text of a file, without byte order mark; or why it is none. Never throws. */
export function decodeFile(bytes: Uint8Array): DecodedFile | Refusal {
  if (bytes.length > fileLimits.bytes) return { ok: false, why: 'too-large' };
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text.trim() === '') return { ok: false, why: 'empty' };
  return isBinary(text) ? { ok: false, why: 'binary' } : { ok: true, text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zerosAtStart(bytes);
  if (zeros.odd > 0.2 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.2 && zeros.odd < 0.05) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Without a mark, UTF-16 shows by the zeros that every second byte of Latin letters and line breaks is. */
function zerosAtStart(bytes: Uint8Array): { even: number; odd: number } {
  const count = [0, 0];
  const looked = Math.min(bytes.length, 2_000);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) count[at % 2] = (count[at % 2] ?? 0) + 1;
  const half = Math.max(1, looked / 2);
  return { even: (count[0] ?? 0) / half, odd: (count[1] ?? 0) / half };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Text has no NUL, and hardly a control that is not a blank. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 65_536);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what gives a binary file away.
  const controls = start.match(/[\0-\x08\x0e-\x19\x1b-\x1f\ufffd]/g)?.length ?? 0;
  return text.includes('\0') || controls > start.length / 100;
}

/** A value of a card that names a charset of its own is read anew: its bytes, as they stood in the file, decoded by that charset. */
export function decodeAnew(value: string, encoding: Encoding, charset: string): string {
  // Most values are ASCII, which is the same in every charset that is named in cards.
  if (/^[ -~]*$/.test(value)) return value;
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    if (encoding === 'windows-1252') return decoder.decode(bytesOf1252(value));
    return encoding === 'utf-8' && !/^utf-?8$/i.test(charset)
      ? decoder.decode(new TextEncoder().encode(value))
      : value;
  } catch {
    // No such charset, or the value is not in it: what the whole file is written in is the better guess.
    return value;
  }
}

let bytesOfLetters: ReadonlyMap<string, number> | undefined;

function bytesOf1252(value: string): Uint8Array {
  bytesOfLetters ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1252').decode(new Uint8Array([byte])),
      byte,
    ]),
  );
  const letters = bytesOfLetters;
  return Uint8Array.from(value, (letter) => letters.get(letter) ?? 0x3f);
}
