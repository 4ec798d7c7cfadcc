import type { ContactId } from '../core/directory/contact';
import { type TermBlock, toBlock } from '../core/directory/term-blocks';

/**
 * Which contacts there are, and how they are found. The search index is made as a whole, and changes after that are beside it: `stale`
 * contacts are no longer what the index says, and `overlay` is the index of what they and newer ones are now.
 */
export type DirectoryState = {
  /** One more at each change. */
  version: number;
  nextId: ContactId;
  nextPictureId: number;
  /** The blocks of the index that are in force bear this number. */
  generation: number;
  count: number;
  stale: Uint32Array;
  overlay: TermBlock;
  overlaid: Uint32Array;
  favourites: Uint32Array;
  /** How numbers were understood when the index was made. */
  numberingKey: string;
};

export const emptyState: DirectoryState = {
  version: 0,
  nextId: 1,
  nextPictureId: 1,
  generation: 0,
  count: 0,
  stale: new Uint32Array(),
  overlay: toBlock([]),
  overlaid: new Uint32Array(),
  favourites: new Uint32Array(),
  numberingKey: '',
};

/** Above so many changes, it is time to make the index anew. */
export const mostOverlaid = 500;

/** What the key of a block of the index begins with. */
export function generationKey(generation: number): string {
  return `${String(generation).padStart(8, '0')}|`;
}
