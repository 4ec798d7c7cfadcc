import type { PolicyDocument } from './policy';
import type { Reading } from './read-document';
import type { PolicySource } from './sources';

/**
 * The policy as a source, from what it says now and what it brought before; undefined when it says nothing. The last good document stays
 * until there is another one. `reading` is of the text of a policy that has one, `now` epoch ms.
 */
export function toPolicySource(
  document: PolicyDocument | null,
  before: PolicySource | undefined,
  { reading, now }: { readonly reading: Reading | null; readonly now: number },
): PolicySource | undefined {
  const copy = before?.copy ?? null;
  if (!document) return undefined;
  if (document.kind === 'address') {
    const isSame = before?.kind === 'address' && before.url === document.url;
    return isSame ? before : { kind: 'address', url: document.url, pick: null, copy, failing: null };
  }
  if (reading?.kind !== 'profile')
    return { kind: 'text', copy, problems: reading?.kind === 'refused' ? reading.problems : [] };
  const { text, preferences } = reading;
  if (copy?.text === text) return { kind: 'text', copy, problems: [] };
  return {
    kind: 'text',
    copy: { text, takenAt: now, ...(preferences ? { preferences } : {}) },
    problems: [],
  };
}
