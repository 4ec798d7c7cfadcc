/** The two kinds of value that a profile has, text and flag, and what people write instead of them. */
import { type Field, plainValue } from './document-fields';
import type { Findings, Path, Span } from './findings';
import type { JsonNode } from './json-node';
import type { Edit } from './profile';

/** A text with its place. `replace` gives the change that writes another text in its stead. */
export type Text = {
  readonly field: string;
  readonly value: string;
  readonly at: Span;
  readonly path: Path;
  replace(value: string): readonly Edit[];
};

const MOST_LENGTH = 2048;

const flags: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(
    'true wahr vrai verdadero vero verdadeiro waar yes ja oui si sí sì sim on 1'
      .split(' ')
      .map((word) => [word, true]),
  ),
  ...Object.fromEntries(
    'false falsch faux falso onwaar no nein non nee não off 0'.split(' ').map((word) => [word, false]),
  ),
};

/** Undefined when the field is not there or is not text (then it is reported). Numbers are text without quotes. */
export function readText(field: Field | undefined, findings: Findings): Text | undefined {
  if (!field) return undefined;
  const { node, path, name } = field;
  switch (node.kind) {
    case 'text':
    case 'number':
      return shortText(textOf(node, name, path), findings);
    case 'word':
      reportBareText(node, path, findings);
      return shortText(textOf(node, name, path), findings);
    case 'null':
      findings.report('nullValue', node, path, { edits: field.removal });
      return undefined;
    case 'nothing':
      return undefined;
    default:
      findings.report('wrongText', node, path, { args: { field: name } });
      return undefined;
  }
}

function shortText(text: Text, findings: Findings): Text | undefined {
  if (text.value.length <= MOST_LENGTH) return text;
  findings.report('tooLong', text.at, text.path, { args: { field: text.field, limit: String(MOST_LENGTH) } });
  return undefined;
}

/** As `readText`, for fields that hold several values: a list of texts is one text with commas in brackets. */
export function readListText(field: Field | undefined, findings: Findings): Text | undefined {
  const node = field?.node;
  if (!field || node?.kind !== 'array') return readText(field, findings);
  const items = node.items.map((item) =>
    item.kind === 'text' ? item.value : item.kind === 'number' ? item.raw : undefined,
  );
  if (items.length === 0 || items.includes(undefined)) {
    findings.report('wrongText', node, field.path, { args: { field: field.name } });
    return undefined;
  }
  const value = items.join(',');
  const edits = [{ offset: node.offset, length: node.length, text: JSON.stringify(value) }];
  findings.report('listForText', node, field.path, { args: { field: field.name, value }, edits });
  return undefined;
}

/** The text of a node of which it is known that it is a text, a number or a bare word. */
export function textOf(
  node: JsonNode & { kind: 'text' | 'number' | 'word' },
  field: string,
  path: Path,
): Text {
  const value = node.kind === 'text' ? node.value : node.raw;
  const inner = node.kind === 'text' ? node.inner : node;
  return {
    field,
    value,
    at: { offset: node.offset, length: node.length },
    path,
    replace(other) {
      const quoted = JSON.stringify(other);
      const text = node.kind === 'text' ? quoted.slice(1, -1) : quoted;
      return [{ offset: inner.offset, length: inner.length, text }];
    },
  };
}

export function reportBareText(node: JsonNode & { kind: 'word' }, path: Path, findings: Findings): void {
  const { raw, offset, length } = node;
  const isPlain = JSON.stringify(raw) === `"${raw}"`;
  const edits = isPlain
    ? [
        { offset, length: 0, text: '"' },
        { offset: offset + length, length: 0, text: '"' },
      ]
    : [{ offset, length, text: JSON.stringify(raw) }];
  const isNothing = /^(none|null|nil|undefined)$/i.test(raw);
  findings.report('bareText', node, path, { args: { value: raw }, edits: isNothing ? undefined : edits });
}

/** Undefined when the field is not there, or when what is there is no flag in any language (then it is reported). */
export function readFlag(field: Field | undefined, findings: Findings): boolean | undefined {
  if (!field) return undefined;
  const { node, path, name } = field;
  if (node.kind === 'flag') return node.value;
  if (node.kind === 'nothing') return undefined;
  if (node.kind === 'null') {
    findings.report('nullValue', node, path, { edits: field.removal });
    return undefined;
  }
  const written = [plainValue(node)].flat().join();
  const meant = Object.hasOwn(flags, written.trim().toLowerCase())
    ? flags[written.trim().toLowerCase()]
    : undefined;
  if (meant === undefined || node.kind === 'array' || node.kind === 'object') {
    findings.report('wrongFlag', node, path, { args: { field: name } });
    return undefined;
  }
  const code = node.kind === 'text' && /^(true|false)$/.test(written) ? 'quotedFlag' : 'translatedFlag';
  const edits = [{ offset: node.offset, length: node.length, text: String(meant) }];
  findings.report(code, node, path, { args: { field: name, meant: String(meant) }, edits });
  return meant;
}
