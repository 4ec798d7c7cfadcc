import type { Card, Picture } from '../contact';

/** Why a file as a whole is refused; nothing of it is imported then. */
export type FileProblem =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'unclosed-quote'
  | 'line-too-long'
  | 'too-many-columns'
  | 'too-many-contacts'
  | 'no-contacts'
  | 'not-readable';

/** What is wrong with a file; `line` counts from 1 where there is a place to look at. */
export type Refusal = { readonly ok: false; readonly why: FileProblem; readonly line?: number };

/** Why one row or card did not become a contact, or one of its parts did not become part of it. */
export type SkipReason =
  | 'nothing-in-it'
  | 'already-there'
  | 'unfinished-card'
  | 'too-long'
  | 'picture-too-large'
  | 'picture-not-understood'
  | 'line-not-understood';

/** `place` is the row of a CSV file, or the number of the card, from 1; `name` whatever helps a person to find it. */
export type Skipped = { readonly place: number; readonly name: string; readonly why: SkipReason };

/** What a row or card became. Without a card, all of it was skipped. */
export type ReadCard = {
  readonly place: number;
  readonly card: Card | null;
  readonly picture: Picture | null;
  readonly skipped: readonly Skipped[];
};

export const fileLimits = {
  bytes: 64 * 1024 * 1024,
  /** Characters between two line breaks of a CSV file, or in one property of a card. */
  line: 1024 * 1024,
  columns: 256,
  contacts: 200_000,
  pictureBytes: 1024 * 1024,
} as const;
