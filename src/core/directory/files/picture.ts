import type { Picture } from '../contact';
import { fileLimits } from './file-report';

export type ReadPicture = Picture | 'picture-too-large' | 'picture-not-understood';

// What files of each kind begin with. A drawing in SVG can hold a program, and is none of them.
const beginnings = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
] as const;

/** Reads a picture from Base64, with any blanks in it. What it is, its own first bytes tell. */
export function readPicture(base64: string): ReadPicture {
  if ((base64.length * 3) / 4 > fileLimits.pictureBytes * 1.1) return 'picture-too-large';
  try {
    const binary = atob(base64.replace(/\s+/g, ''));
    const type = beginnings.find(([, beginning]) => beginning.test(binary.slice(0, 16)))?.[0];
    if (type === undefined) return 'picture-not-understood';
    if (binary.length > fileLimits.pictureBytes) return 'picture-too-large';
    return { type, bytes: Uint8Array.from(binary, (byte) => byte.charCodeAt(0)) };
  } catch {
    return 'picture-not-understood';
  }
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // Too many arguments at once overflow the stack.
  for (let at = 0; at < bytes.length; at += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(binary);
}
