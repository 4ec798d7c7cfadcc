import type { ContactId } from './contact';

/**
 * The search index is the sorted list of all terms, each with the contact that it belongs to, cut into blocks. A block is found by
 * its key, which is its last term, so that the first block whose key is not less than a beginning is where that beginning is.
 */
export type TermBlock = { terms: string; ids: Uint32Array };

export const entriesInBlock = 512;
const separator = '\0';
const idDigits = 10;

/** A term and its contact as one string, which sorts by term and then by contact. */
export function toEntry(term: string, id: ContactId): string {
  return term + idMark(id);
}

/** The same for all terms of a contact. */
export function toEntries(terms: readonly string[], id: ContactId): readonly string[] {
  const mark = idMark(id);
  return terms.map((term) => term + mark);
}

function idMark(id: ContactId): string {
  return separator + String(id).padStart(idDigits, '0');
}

/** Blocks of entries that are sorted, each with its key. `sequence` keeps apart blocks that end with the same term. */
export function* toBlocks(entries: readonly string[]): Generator<{ key: string; block: TermBlock }> {
  for (let from = 0, sequence = 0; from < entries.length; from += entriesInBlock, sequence++) {
    const block = toBlock(entries.slice(from, from + entriesInBlock));
    const last = block.terms.slice(block.terms.lastIndexOf('\n') + 1);
    yield { key: last + separator + String(sequence).padStart(8, '0'), block };
  }
}

export function toBlock(entries: readonly string[]): TermBlock {
  const ids = new Uint32Array(entries.length);
  const terms = entries.map((entry, at) => {
    ids[at] = Number(entry.slice(-idDigits));
    return entry.slice(0, -idDigits - separator.length);
  });
  return { terms: terms.join('\n'), ids };
}

/** The entries of a block, to make another of. */
export function entriesOf({ terms, ids }: TermBlock): string[] {
  return ids.length === 0 ? [] : terms.split('\n').map((term, at) => toEntry(term, ids[at] ?? 0));
}

/**
 * Calls back with each contact of the block that has a term with this beginning, and whether that is the whole term. False when the
 * next block may have more of them.
 */
export function eachWithBeginning(
  { terms, ids }: TermBlock,
  beginning: string,
  found: (id: ContactId, isWhole: boolean) => void,
): boolean {
  let at = terms.startsWith(beginning) ? 0 : terms.indexOf(`\n${beginning}`) + 1;
  if (at === 0 && !terms.startsWith(beginning)) return beginning < terms.slice(terms.lastIndexOf('\n') + 1);
  let entry = countBreaks(terms, at);
  while (terms.startsWith(beginning, at)) {
    const id = ids[entry++];
    const after = at + beginning.length;
    if (id !== undefined) found(id, after === terms.length || terms[after] === '\n');
    at = terms.indexOf('\n', at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function countBreaks(text: string, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
