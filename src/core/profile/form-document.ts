/** A document as a form shows it: its servers, what is written in each of their fields, and how to write it anew. */
import { namedFields } from './document-fields';
import { FIELDS, type FieldName, ROOT_KEYS } from './field-names';
import { collectFindings, formatPath, type Path } from './findings';
import type { JsonNode, ObjectNode } from './json-node';
import { KINDS } from './parse-profile';
import type { Problem, Profile } from './profile';
import { readJson } from './read-json';
import { isJson, setField } from './serialise';

/** What is written for one field. */
export type WrittenField = {
  /** With the name as it is written, which may be a slip of the real one. */
  readonly path: Path;
  readonly kind: JsonNode['kind'];
  /** As a person reads it: a list with commas, a flag as `true` or `false`, an object as its JSON. */
  readonly value: string;
};

export type FormServer = {
  readonly kind: Profile['kind'];
  readonly path: Path;
  readonly fields: ReadonlyMap<FieldName, WrittenField>;
  /** Names that are no fields; a form leaves what they hold as it is. */
  readonly unknown: readonly string[];
};

/** Where servers of one kind are listed; `length` counts what is there, servers or not. */
type ServerList = { readonly kind: Profile['kind']; readonly path: Path; readonly length: number };

export type FormDocument = { readonly servers: readonly FormServer[]; readonly lists: readonly ServerList[] };

/** Null when the text is no JSON object, in which no single value can be written. */
export function readForm(text: string): FormDocument | null {
  if (!isJson(text)) return null;
  // What is wrong with names and values is for the parser to say.
  const root = readJson(text, collectFindings(text));
  if (root?.kind !== 'object') return null;
  const names = { known: ROOT_KEYS, reportsUnknown: false };
  const roots = [...namedFields(root, [], names, collectFindings(text))];
  const lists = roots.flatMap(([key, { node, path }]) =>
    node.kind === 'array' ? [{ kind: KINDS[key], path, length: node.items.length }] : [],
  );
  const servers = roots.flatMap(([key, { node, path }]) => readServers(text, KINDS[key], node, path));
  return { servers, lists };
}

function readServers(text: string, kind: Profile['kind'], node: JsonNode, path: Path): readonly FormServer[] {
  if (node.kind === 'object') return [readServer(text, kind, node, path)];
  if (node.kind !== 'array') return [];
  return node.items.flatMap((item, index) =>
    item.kind === 'object' ? [readServer(text, kind, item, [...path, index])] : [],
  );
}

function readServer(text: string, kind: Profile['kind'], node: ObjectNode, path: Path): FormServer {
  const named = namedFields(node, path, { known: FIELDS, reportsUnknown: false }, collectFindings(text));
  const fields = new Map(
    [...named].map(([name, field]): [FieldName, WrittenField] => [
      name,
      { path: field.path, kind: field.node.kind, value: shown(text, field.node) },
    ]),
  );
  const taken = new Set([...fields.values()].map((field) => field.path.at(-1)));
  const unknown = node.members.map(({ key }) => key.value).filter((name) => !taken.has(name));
  return { kind, path, fields, unknown: [...new Set(unknown)] };
}

function shown(text: string, node: JsonNode): string {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'array' && node.items.every(isPlain)) {
    return node.items.map((item) => shown(text, item)).join(', ');
  }
  return text.slice(node.offset, node.offset + node.length);
}

function isPlain({ kind }: JsonNode): boolean {
  return kind === 'text' || kind === 'number';
}

/** Writes one field of a server, in the kind that it had, or takes it away. */
export function writeField(
  text: string,
  server: FormServer,
  name: FieldName,
  value: string | boolean | undefined,
): string {
  const field = server.fields.get(name);
  const written = typeof value === 'string' ? inKind(value, field?.kind, name) : value;
  return setField(text, [...(field?.path ?? [...server.path, name])], written);
}

function inKind(value: string, kind: JsonNode['kind'] | undefined, name: FieldName): unknown {
  if (kind === 'number' && /^(?:0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  // The other lists are one text with commas.
  if (kind === 'array' && name === 'SecondaryAddress')
    return value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return value;
}

const emptyServer = { Name: '', Address: '' };

/** Adds a server of that kind after the others; an empty text becomes a document. */
export function addServer(text: string, kind: Profile['kind']): string {
  const key = ROOT_KEYS.find((one) => KINDS[one] === kind) ?? ROOT_KEYS[0];
  if (text.trim() === '') return `${JSON.stringify({ [key]: [emptyServer] }, null, 2)}\n`;
  const list = readForm(text)?.lists.find((one) => one.kind === kind);
  return list
    ? setField(text, [...list.path, list.length], emptyServer)
    : setField(text, [key], [emptyServer]);
}

/** Takes a server away, and with the last one of a list the list. */
export function removeServer(text: string, { path }: FormServer): string {
  const list = readForm(text)?.lists.find((one) => one.path[0] === path[0]);
  return setField(text, list?.length === 1 ? [...list.path] : [...path], undefined);
}

/** The problems that are about one field of a server, or about one item of its list. */
export function problemsOfField(
  problems: readonly Problem[],
  server: FormServer,
  name: FieldName,
): readonly Problem[] {
  const path = formatPath(server.fields.get(name)?.path ?? [...server.path, name]);
  return problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}[`));
}

/** The problems that are about a server, whatever of it. */
export function problemsOfServer(problems: readonly Problem[], { path }: FormServer): readonly Problem[] {
  const start = formatPath(path);
  return problems.filter(({ path: other }) => other === start || /^[.[]/.test(afterStart(other, start)));
}

function afterStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : '';
}

/** The server and the field that a problem is about; undefined when a form shows no such place. */
export function placeInForm(
  { servers }: FormDocument,
  problem: Problem,
): { server: number; field: FieldName } | undefined {
  for (const [index, server] of servers.entries()) {
    if (problemsOfServer([problem], server).length === 0) continue;
    const field = FIELDS.find((name) => problemsOfField([problem], server, name).length > 0);
    if (field) return { server: index, field };
  }
  return undefined;
}
