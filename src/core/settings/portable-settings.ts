/** Settings as a file: what `exportSettings` writes, `importSettings` reads. No password, token or sealed secret is in it. */
import * as v from 'valibot';
import type { DialRules } from '../dial/rules';
import { parseProfile } from '../profile/parse-profile';
import { MOST_TEXT } from '../profile/recognise';
import { readAddressText } from './address';
import { withoutSecrets } from './document-secrets';
import { migrateItems, settingsVersion } from './migrations';
import type { ServerChoice } from './server-choice';
import { type SettingsShape, settingsShape } from './settings-shape';
import type { Copy, Sources } from './sources';

/** The settings that a person takes along to another computer. */
export type PortableSettings = {
  readonly account?: { readonly server: ServerChoice; readonly extension: string };
  readonly sources?: Pick<Sources, 'address' | 'file' | 'paste'>;
  readonly ownRules?: DialRules;
};

/** One thing that is wrong in a settings file. `path` is such as `settings.account.extension`, empty for the whole file. */
export type ImportProblem = {
  readonly path: string;
  readonly why: ImportFault;
  /** What was expected there, in English, or the first problem of a document. */
  readonly detail: string;
};
export type ImportFault =
  | 'not-json'
  | 'not-settings'
  | 'newer'
  | 'wrong'
  | 'bad-document'
  | 'bad-address'
  | 'too-big';

export type Imported =
  | { readonly ok: true; readonly settings: PortableSettings }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** The text of the file. `kept` may hold more than is exported. */
export function exportSettings({ account, sources, ownRules }: PortableSettings): string {
  const settings = {
    ...(account ? { account: { server: account.server, extension: account.extension } } : {}),
    ...(sources ? { sources: exportSources(sources) } : {}),
    ...(ownRules ? { ownRules } : {}),
  };
  return `${JSON.stringify({ offhook: 'settings', version: settingsVersion, settings }, null, 2)}\n`;
}

function exportSources({ address, file, paste }: NonNullable<PortableSettings['sources']>) {
  return {
    ...(address ? { address: { url: address.url, pick: address.pick } } : {}),
    ...(file ? { file: { name: file.name, ...exportCopy(file) } } : {}),
    ...(paste ? { paste: exportCopy(paste) } : {}),
  };
}

function exportCopy({ text, preferences }: Copy) {
  return { text: withoutSecrets(text), ...(preferences ? { preferences } : {}) };
}

const envelope = v.looseObject({
  offhook: v.literal('settings'),
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  settings: v.record(v.string(), v.unknown()),
});

/** Never throws: all of the file is understood, or nothing of it counts and every problem is listed. `now` is epoch ms. */
export function importSettings(written: string, now: number): Imported {
  if (written.length > 4 * MOST_TEXT) return refused({ path: '', why: 'too-big', detail: '4 MB' });
  const json = parseJson(written);
  if (json === undefined) return refused({ path: '', why: 'not-json', detail: '' });
  const file = v.safeParse(envelope, json);
  if (!file.success) return refused({ path: '', why: 'not-settings', detail: '' });
  const { version, settings } = file.output;
  if (version > settingsVersion) return refused({ path: 'version', why: 'newer', detail: String(version) });
  const shape = v.safeParse(settingsShape, migrateItems(settings, version, now));
  if (!shape.success) return refused(...shape.issues.map(toProblem));
  const problems = [...checkDocuments(shape.output), ...checkAddress(shape.output)];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, settings: toSettings(shape.output, now) };
}

function toProblem({ type, path, expected, message }: v.BaseIssue<unknown>): ImportProblem {
  const keys = ['settings', ...(path ?? []).map(({ key }) => String(key))];
  // Nobody reads patterns; those have words of their own.
  const wanted = type === 'regex' ? message : (expected ?? message);
  return { path: keys.join('.'), why: 'wrong', detail: wanted === 'never' ? 'nothing' : wanted };
}

function checkDocuments({ sources }: SettingsShape): readonly ImportProblem[] {
  return (['file', 'paste'] as const).flatMap((source) => {
    const document = sources?.[source];
    const result = document && parseProfile(document.text);
    if (!result || result.ok) return [];
    const first = result.problems.find(({ severity }) => severity === 'error');
    return [{ path: `settings.sources.${source}.text`, why: 'bad-document', detail: first?.message ?? '' }];
  });
}

function checkAddress({ sources }: SettingsShape): readonly ImportProblem[] {
  const address = sources?.address;
  if (!address || readAddressText(address.url).ok) return [];
  return [{ path: 'settings.sources.address.url', why: 'bad-address', detail: address.url.slice(0, 200) }];
}

function toSettings({ account, sources, ownRules }: SettingsShape, now: number): PortableSettings {
  return {
    ...(account ? { account } : {}),
    ...(sources ? { sources: toSources(sources, now) } : {}),
    ...(ownRules ? { ownRules } : {}),
  };
}

type KeptSources = NonNullable<PortableSettings['sources']>;

function toSources(
  { address, file, paste }: NonNullable<SettingsShape['sources']>,
  now: number,
): KeptSources {
  return {
    // Its document is fetched anew: what the other computer saw there is old.
    ...(address ? { address: { ...address, copy: null, failing: null } } : {}),
    ...(file ? { file: { ...file, takenAt: now } } : {}),
    ...(paste ? { paste: { ...paste, takenAt: now } } : {}),
  };
}

function refused(...problems: readonly ImportProblem[]): Imported {
  return { ok: false, problems };
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
