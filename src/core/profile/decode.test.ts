import { describe, expect, it } from 'vitest';
import { decodeProfile, parseProfileBytes } from './decode';
import { mend } from './mend';
import { parseProfile } from './parse-profile';
import { makeServer } from './samples';

const TEXT = makeServer('"AccountsClientId": "Büro"');

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('a file of bytes', () => {
  it('in UTF-8 loads', () => {
    expect(parseProfileBytes(Buffer.from(TEXT))).toMatchObject({
      ok: true,
      profiles: [{ accountsClientId: 'Büro' }],
      warnings: [],
    });
  });

  it.each([
    ['UTF-8', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16(`\ufeff${TEXT}`, false)],
    ['UTF-16, big end first', utf16(`\ufeff${TEXT}`, true)],
  ])('with a byte order mark in %s is refused, and loads when mended', (_, bytes) => {
    expect(parseProfileBytes(bytes)).toMatchObject({
      ok: false,
      problems: [{ code: 'byteOrderMark', line: 1, column: 1 }],
    });
    expect(parseProfile(mend(decodeProfile(bytes).text)).ok).toBe(true);
  });

  it('in UTF-16 without a mark loads', () => {
    expect(parseProfileBytes(utf16(TEXT, false)).ok).toBe(true);
    expect(parseProfileBytes(utf16(TEXT, true)).ok).toBe(true);
  });

  it('in windows-1252 loads with a warning', () => {
    expect(parseProfileBytes(Buffer.from(TEXT, 'latin1'))).toMatchObject({
      ok: true,
      profiles: [{ accountsClientId: 'Büro' }],
      warnings: [{ code: 'notUtf8', severity: 'warning', column: TEXT.indexOf('ü') + 1 }],
    });
  });

  it('of 10 MB is refused for its size, in every encoding', () => {
    for (const fill of ['a', 'ü', '€', '\0']) {
      const bytes = Buffer.alloc(10 * 1024 * 1024, fill);
      expect(parseProfileBytes(bytes)).toMatchObject({ ok: false });
    }
    expect(parseProfileBytes(Buffer.alloc(10 * 1024 * 1024, '€'))).toMatchObject({
      problems: [{ code: 'tooBig' }],
    });
  });
});
