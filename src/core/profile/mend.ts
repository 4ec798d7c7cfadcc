/** Takes the changes that problems propose. */
import { parseProfile } from './parse-profile';
import type { Edit, Problem } from './profile';

/** One mended fault can uncover another one, never many: what is not stable after this many rounds is left. */
const MOST_ROUNDS = 20;

/** Applies the fixes of `problems`, each whole or not at all: one that overlaps an earlier one waits for the next round. */
export function applyFixes(text: string, problems: readonly Problem[]): string {
  const taken: Edit[] = [];
  for (const { fix } of problems) {
    if (fix && !fix.edits.some((edit) => overlapsAny(edit, taken))) taken.push(...fix.edits);
  }
  const inOrder = taken.toSorted((a, b) => a.offset - b.offset);
  let mended = '';
  let done = 0;
  for (const { offset, length, text: written } of inOrder) {
    mended += text.slice(done, offset) + written;
    done = Math.max(done, offset + length);
  }
  return mended + text.slice(done);
}

function overlapsAny(edit: Edit, others: readonly Edit[]): boolean {
  for (const other of others) if (overlaps(edit, other)) return true;
  return false;
}

/** Insertions at one place do not overlap when they differ; twice the same comma would be one too many. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.length === 0 && b.length === 0) return a.offset === b.offset && a.text === b.text;
  if (a.length === 0) return a.offset > b.offset && a.offset < b.offset + b.length;
  if (b.length === 0) return b.offset > a.offset && b.offset < a.offset + a.length;
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/**
 * The text with every fix taken, again and again until nothing changes. What is left unmended has no sure fix;
 * `parseProfile` of the answer tells. `problems` are those that `parseProfile(text)` gave, to spare finding them again.
 */
export function mend(text: string, problems: readonly Problem[] = problemsOf(text)): string {
  let mended = text;
  let found = problems;
  for (let round = 0; round < MOST_ROUNDS && found.some(({ fix }) => fix); round++) {
    const next = applyFixes(mended, found);
    if (next === mended) break;
    mended = next;
    found = problemsOf(mended);
  }
  return mended;
}

/** Errors and warnings alike. */
export function problemsOf(text: string): readonly Problem[] {
  const result = parseProfile(text);
  return result.ok ? result.warnings : result.problems;
}
