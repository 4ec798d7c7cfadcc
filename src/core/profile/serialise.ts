/** Writes documents: one field of one that a person has written, or a whole one from profiles. */
import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import type { RootKey } from './field-names';
import { collectFindings } from './findings';
import { addition, removal, unitOf } from './member-edits';
import type { Profile } from './profile';
import { toFields } from './profile-fields';
import { readJson } from './read-json';

/**
 * Writes one value and leaves all other text as it is, unknown fields and blanks included. Undefined takes the field
 * away; an index one past the end of a list adds to it. A text that is not JSON, or has no such place, stays as it is.
 */
export function setField(text: string, path: JSONPath, value: unknown): string {
  if (!isJson(text)) return text;
  try {
    const edit = value === undefined ? removal(text, path) : addition(text, path, value);
    if (edit) return applyEdits(text, [{ ...edit, content: edit.text }]);
    if (value === undefined) return text;
    const edits = modify(text, path, value, {});
    // Formatting goes beyond the value itself, so nothing is formatted but the first member of what was empty.
    const isFirst = edits.every(({ length }) => length === 0);
    return applyEdits(text, isFirst ? modify(text, path, value, { formattingOptions: habits(text) }) : edits);
  } catch {
    // jsonc-parser throws when the path runs through a value that is neither object nor list.
    return text;
  }
}

/** The document that gives these profiles again. Passwords of relays are in it. */
export function exportProfile(profiles: readonly Profile[]): string {
  const lists = new Map<RootKey, Record<string, unknown>[]>();
  for (const profile of profiles) {
    const key = profile.kind === 'aura' ? 'Aura_Web_Gateway_Server_Profile' : 'IP_Office_Server_Profile';
    lists.set(key, [...(lists.get(key) ?? []), writtenFields(profile)]);
  }
  return `${JSON.stringify(Object.fromEntries(lists), null, 2)}\n`;
}

/** Without the fields that say nothing. An empty voicemail number says that there is none. */
function writtenFields(profile: Profile): Record<string, unknown> {
  const fields = toFields(profile);
  const isWritten = ([name, value]: [string, unknown]) => {
    if (name.startsWith('STUN')) return fields.STUNHost !== '';
    if (name.startsWith('TURN')) return fields.TURNHost !== '';
    return name === 'VoicemailNumber' || (value !== '' && value !== null);
  };
  return Object.fromEntries(Object.entries(fields).filter(isWritten));
}

/** Whether `setField` can write into a text. */
export function isJson(text: string): boolean {
  const findings = collectFindings(text);
  // Our reader limits the depth, which JSON.parse and jsonc-parser do not.
  if (readJson(text, findings) === null || findings.problems().length > 0) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function habits(text: string) {
  const indent = unitOf(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol,
  };
}
