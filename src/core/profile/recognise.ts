/** What kind of document a text is, before anyone tries to read it. */
import { meantName, ROOT_KEYS } from './field-names';
import { collectFindings } from './findings';
import type { JsonNode } from './json-node';
import { readJson } from './read-json';

export type DocumentKind =
  | 'profile'
  | 'settings-file-list'
  | '46xx'
  | 'public-key'
  | 'html'
  | 'empty'
  | 'unknown';

/** The most that any document may have, in UTF-16 code units; 1 MB as an address may send it. */
export const MOST_TEXT = 1024 * 1024;

const HTML =
  /^<(?:!doctype|!--|\?xml|html|head|body|title|meta|script|style|link|div|form|iframe|frameset|h1|p|center)\b/i;
const STATEMENT =
  /^[ \t]*(?:SET[ \t]+[A-Z0-9_]+(?:[ \t]|$)|IF[ \t]+\$\w+[ \t]+SEQ\b|GOTO[ \t]+\S+[ \t]*$|GET[ \t]+\S+[ \t]*$)/im;

/** A text that is broken JSON is a profile as soon as it has the name of one in it. */
export function recogniseDocument(text: string): DocumentKind {
  const plain = recognisePlain(text);
  if (plain !== undefined) return plain;
  if (text.length > MOST_TEXT) return 'unknown';
  return recogniseJson(readJson(text, collectFindings(text))) ?? 'unknown';
}

/** Undefined when the text has to be read as JSON to know. */
export function recognisePlain(text: string): 'html' | 'empty' | '46xx' | undefined {
  const start = text.slice(0, MOST_TEXT).replace(/^[\s\ufeff\0]+/, '');
  if (start === '') return text.length > MOST_TEXT ? undefined : 'empty';
  if (start.startsWith('<')) return HTML.test(start) ? 'html' : undefined;
  if (start.startsWith('##')) return '46xx';
  if (/^[{["'„“”«»‘]/.test(start)) return undefined;
  return STATEMENT.test(start) ? '46xx' : undefined;
}

/** By the names at the top of the document. */
export function recogniseJson(
  root: JsonNode | null,
): 'profile' | 'settings-file-list' | 'public-key' | undefined {
  if (root?.kind !== 'object') return undefined;
  const keys = root.members.map(({ key }) => key.value);
  if (keys.some((key) => meantName(key, ROOT_KEYS) !== undefined)) return 'profile';
  if (keys.includes('Client_Settings_File_Address')) return 'settings-file-list';
  if (keys.includes('publicKey') && (keys.includes('systemId') || keys.includes('alg'))) return 'public-key';
  return undefined;
}
