/** The members of one object of a document under the names that are meant, and what is wrong with the names. */
import { type FieldName, meantName } from './field-names';
import type { Findings, Path } from './findings';
import type { JsonNode, Member, ObjectNode } from './json-node';
import type { Edit } from './profile';

/** One value of a document with all that a check needs to speak about it. */
export type Field = {
  /** The name that is meant. */
  readonly name: string;
  readonly node: JsonNode;
  /** With the name as it is written. */
  readonly path: Path;
  /** The change that takes the whole member away. */
  readonly removal: readonly Edit[];
};

/** The fields of one server. */
export type Fields = ReadonlyMap<FieldName, Field>;

type Names<Name extends string> = {
  readonly known: readonly Name[];
  /** Whether a name that means nothing is worth a word. */
  readonly reportsUnknown: boolean;
};

export function namedFields<Name extends string>(
  object: ObjectNode,
  path: Path,
  names: Names<Name>,
  findings: Findings,
): ReadonlyMap<Name, Field> {
  const fields = new Map<Name, Field>();
  const first = new Map<string, Member>();
  const exact = new Set(object.members.map((member) => member.key.value));
  object.members.forEach((member, index) => {
    const written = member.key.value;
    const removal = removalOf(object, index);
    const earlier = first.get(written);
    if (earlier) {
      const isSame = JSON.stringify(plainValue(earlier.value)) === JSON.stringify(plainValue(member.value));
      const args = { key: written, line: String(findings.lineOf(earlier.key.offset)) };
      findings.report('duplicateKey', member.key, [...path, written], {
        args,
        edits: isSame ? removal : undefined,
      });
      return;
    }
    first.set(written, member);
    const name = nameOf(member, { path, names, exact, removal, taken: fields, findings });
    if (name !== undefined) fields.set(name, { name, node: member.value, path: [...path, written], removal });
  });
  return fields;
}

type Naming<Name extends string> = {
  readonly path: Path;
  readonly names: Names<Name>;
  readonly exact: ReadonlySet<string>;
  readonly removal: readonly Edit[];
  readonly taken: ReadonlyMap<Name, Field>;
  readonly findings: Findings;
};

function nameOf<Name extends string>({ key }: Member, naming: Naming<Name>): Name | undefined {
  const { names, exact, taken, findings } = naming;
  const known = names.known.find((name) => name === key.value);
  if (known !== undefined || findings.isStopped()) return known;
  const path = [...naming.path, key.value];
  const args = { key: key.value };
  if (key.value === '__proto__') {
    findings.report('forbiddenKey', key, path, { args, edits: naming.removal });
    return undefined;
  }
  const meant = meantName(key.value, names.known);
  if (meant !== undefined && !exact.has(meant) && !taken.has(meant)) {
    const edits = [{ ...key.inner, text: key.inner.length === key.length ? JSON.stringify(meant) : meant }];
    findings.report('didYouMean', key, path, { args: { ...args, meant }, edits });
    return meant;
  }
  if (names.reportsUnknown) findings.report('unknownKey', key, path, { args });
  return undefined;
}

/** Takes a member away together with one comma. */
function removalOf({ members }: ObjectNode, index: number): readonly Edit[] {
  const member = members[index];
  if (!member) return [];
  const end = member.value.offset + member.value.length;
  const next = members[index + 1];
  const previous = members[index - 1];
  const from = !next && previous ? previous.value.offset + previous.value.length : member.key.offset;
  return [{ offset: from, length: (next ? next.key.offset : end) - from, text: '' }];
}

/** For comparing: the bare value without places. Objects become lists of pairs, so no key can do harm. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return node.members.map(({ key, value }) => [key.value, plainValue(value)]);
    case 'array':
      return node.items.map(plainValue);
    case 'text':
    case 'flag':
      return node.value;
    case 'number':
    case 'word':
      return [node.raw];
    default:
      return null;
  }
}
