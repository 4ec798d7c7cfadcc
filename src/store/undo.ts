import type { ContactId } from '../core/directory/contact';

export type UndoKind = 'add' | 'edit' | 'remove' | 'merge' | 'import';

/** How to take a change back. Contacts that were removed are still where they were, and only not in the list. */
export type Undo = {
  readonly kind: UndoKind;
  /** Epoch ms. */
  readonly at: number;
  readonly count: number;
  readonly added: Uint32Array;
  /** The pictures of those. */
  readonly addedPictures: Uint32Array;
  readonly removed: Uint32Array;
  /** Contacts as they were before, as JSON. */
  readonly before: readonly string[];
};

/** Names a change that can be taken back. */
export type UndoId = number;

/** Contacts of changes older than this, or further back, are forgotten for good. */
export const undoForMs = 24 * 3_600_000;
export const mostUndo = 20;

export function idsOf(ids: Iterable<ContactId>): Uint32Array {
  return Uint32Array.from(ids);
}
