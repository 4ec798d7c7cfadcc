/** Bytes of a file become text. */
import { collectFindings } from './findings';
import { parseProfile } from './parse-profile';
import type { Problem, ProfileResult } from './profile';
import { MOST_TEXT } from './recognise';

export type Decoded = {
  /** A byte order mark stays as the first character, so that it is reported and can be mended. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
};

/** Never throws. Of a file far too big only the beginning is decoded, still too long for `parseProfile`. */
export function decodeProfile(bytes: Uint8Array): Decoded {
  // Three bytes of UTF-8 make at least one code unit.
  const start = bytes.subarray(0, 3 * (MOST_TEXT + 2));
  const encoding = encodingOf(start);
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(start), encoding };
}

/** As `parseProfile`; bytes that are not UTF-8 get a warning of their own. */
export function parseProfileBytes(bytes: Uint8Array): ProfileResult {
  const { text, encoding } = decodeProfile(bytes);
  const result = parseProfile(text);
  const warnings = encodingProblems({ text, encoding });
  if (result.ok) return { ...result, warnings: [...warnings, ...result.warnings] };
  return { ok: false, problems: [...warnings, ...result.problems] };
}

/** What there is to say about the encoding; a byte order mark is part of the text, where the parser sees it. */
export function encodingProblems({ text, encoding }: Decoded): readonly Problem[] {
  if (encoding !== 'windows-1252') return [];
  const findings = collectFindings(text);
  const offset = text.search(/[\u0080-\uffff]/);
  findings.report('notUtf8', { offset: Math.max(0, offset), length: 1 }, []);
  return findings.problems();
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream, because a character may be cut in two at the end.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
