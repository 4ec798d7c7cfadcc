/** The document that leads to settings files: `{"Client_Settings_File_Address": [{Profile_Name, Client_Settings_File_Url}]}`. */
import { readText } from './check-text';
import { type Field, namedFields } from './document-fields';
import { collectFindings, type Findings } from './findings';
import { isLoopback, urlOf } from './host-name';
import type { Problem } from './profile';
import { readJson } from './read-json';
import { MOST_TEXT } from './recognise';

export type SettingsFileAddress = { readonly name: string; readonly url: string };

export type SettingsFileList =
  | { readonly ok: true; readonly files: readonly [SettingsFileAddress, ...SettingsFileAddress[]] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Never throws. Addresses are `https:`, or `http:` on this computer. */
export function parseSettingsFileList(text: string): SettingsFileList {
  const findings = collectFindings(text);
  const root = text.length > MOST_TEXT ? null : readJson(text, findings);
  const names = { known: ['Client_Settings_File_Address'], reportsUnknown: false } as const;
  const list =
    root?.kind === 'object'
      ? namedFields(root, [], names, findings).get('Client_Settings_File_Address')
      : undefined;
  const items = list?.node.kind === 'array' ? list.node.items : [];
  const [first, ...others] = items.flatMap((node, index) => {
    const path = ['Client_Settings_File_Address', index];
    return readAddress({ name: 'Client_Settings_File_Address', node, path, removal: [] }, findings);
  });
  const at = { offset: 0, length: text.length };
  if (!first && findings.problems().length === 0)
    findings.report('listEmpty', at, ['Client_Settings_File_Address']);
  const problems = findings.problems();
  return first && problems.length === 0 ? { ok: true, files: [first, ...others] } : { ok: false, problems };
}

function readAddress({ node, path }: Field, findings: Findings): readonly SettingsFileAddress[] {
  if (node.kind !== 'object') {
    findings.report('profileNotObject', node, path);
    return [];
  }
  const names = { known: ['Profile_Name', 'Client_Settings_File_Url'], reportsUnknown: false } as const;
  const fields = namedFields(node, path, names, findings);
  const address = readText(fields.get('Client_Settings_File_Url'), findings);
  const url = urlOf(address?.value.trim() ?? '');
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe) {
    findings.report('settingsListUrl', address?.at ?? node, [...path, 'Client_Settings_File_Url']);
    return [];
  }
  return [
    { name: readText(fields.get('Profile_Name'), findings)?.value.trim() || url.hostname, url: url.href },
  ];
}
