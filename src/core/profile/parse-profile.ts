/** A pasted, fetched or opened document becomes profiles, or the list of everything that is wrong with it. */
import { reportBareText } from './check-text';
import { type Field, namedFields } from './document-fields';
import { FIELDS, ROOT_KEYS, type RootKey } from './field-names';
import { collectFindings, type Findings, type Path } from './findings';
import type { JsonNode, ObjectNode } from './json-node';
import type { Profile, ProfileResult } from './profile';
import { readJson } from './read-json';
import { readProfile } from './read-profile';
import { MOST_TEXT, recogniseJson, recognisePlain } from './recognise';

const MOST_SERVERS = 500;

/** What the servers are that each key of a document lists. */
export const KINDS: Readonly<Record<RootKey, Profile['kind']>> = {
  IP_Office_Server_Profile: 'ip-office',
  Aura_Web_Gateway_Server_Profile: 'aura',
};

/**
 * Never throws. Every problem is listed at once; only errors refuse the document, warnings come along with it.
 * Passwords and what stands before an `@` are in no problem's texts.
 */
export function parseProfile(text: string): ProfileResult {
  const findings = collectFindings(text);
  const profiles = readDocument(text, findings);
  const problems = findings.problems();
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return { ok: true, profiles, warnings: problems };
}

function readDocument(text: string, findings: Findings): readonly Profile[] {
  const whole = { offset: 0, length: text.length };
  if (text.length > MOST_TEXT) {
    const size = (text.length / MOST_TEXT).toFixed(1);
    findings.report('tooBig', whole, [], { args: { size }, found: `${size} MB` });
    return [];
  }
  const plain = recognisePlain(text);
  if (plain !== undefined) {
    findings.report(({ html: 'html', empty: 'empty', '46xx': 'settingsFile' } as const)[plain], whole, []);
    return [];
  }
  const root = readJson(text, findings);
  if (root === null) return [];
  const profiles = root.kind === 'object' ? readRoot(root, findings) : refuseRoot(root, findings);
  reportWords(root, [], findings);
  return profiles;
}

function refuseRoot(root: JsonNode, findings: Findings): readonly Profile[] {
  findings.report('rootNotObject', { offset: root.offset, length: 1 }, []);
  return [];
}

function readRoot(root: ObjectNode, findings: Findings): readonly Profile[] {
  const kind = recogniseJson(root);
  const fields = namedFields(root, [], { known: ROOT_KEYS, reportsUnknown: kind === 'profile' }, findings);
  if (fields.size === 0) {
    const codes = {
      'settings-file-list': 'settingsFileList',
      'public-key': 'publicKey',
      profile: 'rootKeyMissing',
    } as const;
    findings.report(codes[kind ?? 'profile'], root, [], { found: namesOf(root) });
    return [];
  }
  const entries = [...fields.entries()].flatMap(([key, field]) => readList(KINDS[key], field, findings));
  reportSameNames(entries, findings);
  return entries.flatMap(({ profile }) => (profile ? [profile] : []));
}

function namesOf({ members }: ObjectNode): string {
  return (
    members
      .map(({ key }) => key.value.slice(0, 40))
      .slice(0, 3)
      .join(', ') || '{}'
  );
}

type Entry = { readonly profile: Profile | null; readonly name: Field | undefined };

function readList(kind: Profile['kind'], { name, node, path }: Field, findings: Findings): readonly Entry[] {
  if (node.kind === 'nothing') return [];
  if (node.kind !== 'array') {
    const edits = [
      { offset: node.offset, length: 0, text: '[' },
      { offset: node.offset + node.length, length: 0, text: ']' },
    ];
    findings.report('listExpected', node, path, {
      args: { key: name },
      edits: node.kind === 'object' ? edits : undefined,
    });
    return node.kind === 'object' ? [readEntry(kind, node, path, findings)] : [];
  }
  if (node.items.length === 0) findings.report('listEmpty', node, path);
  if (node.items.length > MOST_SERVERS) {
    findings.report('tooManyServers', { ...node, length: 1 }, path, {
      args: { limit: String(MOST_SERVERS) },
    });
    return [];
  }
  return node.items.flatMap((item, index) => {
    if (item.kind === 'object') return [readEntry(kind, item, [...path, index], findings)];
    if (item.kind !== 'nothing') findings.report('profileNotObject', item, [...path, index]);
    return [];
  });
}

function readEntry(kind: Profile['kind'], node: ObjectNode, path: Path, findings: Findings): Entry {
  const fields = namedFields(node, path, { known: FIELDS, reportsUnknown: true }, findings);
  for (const field of ['Name', 'Address'] as const) {
    const at = { offset: node.offset, length: 1 };
    if (!fields.has(field))
      findings.report('missing', at, [...path, field], { args: { field }, found: 'nothing' });
  }
  return { profile: readProfile(kind, fields, findings), name: fields.get('Name') };
}

/** A person picks a server by its name. */
function reportSameNames(entries: readonly Entry[], findings: Findings): void {
  const first = new Map<string, number>();
  for (const { name } of entries) {
    if (name?.node.kind !== 'text') continue;
    const value = name.node.value.trim();
    const line = first.get(value);
    if (line === undefined) {
      first.set(value, findings.lineOf(name.node.offset));
    } else if (value !== '') {
      findings.report('nameTwice', name.node, name.path, { args: { name: value, line: String(line) } });
    }
  }
}

/** Text without quotes where no field is, which therefore nobody has looked at. */
function reportWords(root: JsonNode, rootPath: Path, findings: Findings): void {
  const known = new Set(findings.problems().map(({ offset, length }) => `${offset} ${length}`));
  const visit = (node: JsonNode, path: Path): void => {
    if (node.kind === 'object') {
      for (const { key, value } of node.members) visit(value, [...path, key.value]);
    } else if (node.kind === 'array') {
      node.items.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    } else if (node.kind === 'word' && !known.has(`${node.offset} ${node.length}`)) {
      reportBareText(node, path, findings);
    }
  };
  visit(root, rootPath);
}
