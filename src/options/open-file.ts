import { decodeProfile, encodingProblems } from '../core/profile/decode';
import type { Problem } from '../core/profile/profile';
import { MOST_TEXT } from '../core/profile/recognise';

export type OpenedFile =
  | { readonly ok: true; readonly text: string; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: 'too-big' | 'unreadable'; readonly megabytes: string };

/** The text of a file, with what there is to say about its bytes. What is far too long is not even read. */
export async function openFile(file: File): Promise<OpenedFile> {
  const refused = { ok: false, megabytes: (file.size / MOST_TEXT).toFixed(1) } as const;
  // No character takes more than three bytes for one code unit, and UTF-16 takes two.
  if (file.size > 3 * (MOST_TEXT + 1)) return { ...refused, why: 'too-big' };
  try {
    const decoded = decodeProfile(new Uint8Array(await file.arrayBuffer()));
    // A text field takes seconds to lay out what is too long to be used.
    if (decoded.text.length > MOST_TEXT) return { ...refused, why: 'too-big' };
    return { ok: true, text: toLineFeeds(decoded.text), problems: encodingProblems(decoded) };
  } catch {
    // A folder, or a file that has gone.
    return { ...refused, why: 'unreadable' };
  }
}

/** A text field counts a line break as one character, and so the places of problems must. */
export function toLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
