import { parseProfile } from '../profile/parse-profile';
import type { Problem, Profile, ProfileResult } from '../profile/profile';
import { recogniseDocument } from '../profile/recognise';
import { DESKTOP_VARIABLES } from '../profile/run-settings-file';
import { parseSettingsFile, type SettingsResult } from '../profile/settings-file';
import { parseSettingsFileList, type SettingsFileAddress } from '../profile/settings-file-list';
import type { SettingsPreferences } from '../profile/settings-parameters';

/** Which line of a `46xxsettings.txt` gave which value, and which were not understood. */
export type SettingsTable = Pick<SettingsResult, 'rows' | 'notUnderstood'>;

/** A document that can be used. `text` is the profile document, also when it was made from a settings file. */
export type UsableDocument = {
  readonly kind: 'profile';
  readonly text: string;
  readonly profiles: readonly Profile[];
  readonly warnings: readonly Problem[];
  readonly table: SettingsTable | null;
  readonly preferences?: SettingsPreferences;
};

/** What came of reading a document of any kind: one to use, a list to pick from, or all that is wrong with it. */
export type Reading =
  | UsableDocument
  | { readonly kind: 'list'; readonly files: readonly SettingsFileAddress[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly table: SettingsTable | null };

export type DocumentSource = {
  /** The text of a file that a settings file leads to by GET; null when there is none, or none for us. */
  readonly fetchFile: (name: string) => Promise<string | null>;
  /** What the list that led here calls it. */
  readonly name?: string;
};

/** A document that was pasted or opened has no host from which it could get more. */
export const nowhere: DocumentSource = { fetchFile: async () => null };

/** Never rejects unless `fetchFile` does. */
export async function readDocument(text: string, source: DocumentSource): Promise<Reading> {
  switch (recogniseDocument(text)) {
    case '46xx':
      return readSettings(text, source);
    case 'settings-file-list': {
      const list = parseSettingsFileList(text);
      return list.ok
        ? { kind: 'list', files: list.files }
        : { kind: 'refused', problems: list.problems, table: null };
    }
    default:
      return toReading(parseProfile(text), { text, table: null });
  }
}

async function readSettings(text: string, source: DocumentSource): Promise<Reading> {
  const read = await parseSettingsFile(text, { ...source, variables: DESKTOP_VARIABLES });
  const { result, document, rows, notUnderstood, preferences } = read;
  return toReading(result, { text: document, table: { rows, notUnderstood }, preferences });
}

type Rest = Pick<UsableDocument, 'text' | 'table' | 'preferences'>;

function toReading(result: ProfileResult, { text, table, preferences }: Rest): Reading {
  if (!result.ok) return { kind: 'refused', problems: result.problems, table };
  const { profiles, warnings } = result;
  return { kind: 'profile', text, profiles, warnings, table, ...(preferences ? { preferences } : {}) };
}
