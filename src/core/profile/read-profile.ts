/** One server of a document, checked field by field. */
import { readAccountsAddress, readHost } from './check-host';
import { readList, readNumber } from './check-numbers';
import { readFlag, readListText, readText, type Text } from './check-text';
import type { Fields } from './document-fields';
import type { FieldName } from './field-names';
import type { Findings } from './findings';
import type { Profile } from './profile';
import { VOICEMAIL_NUMBERS } from './profile-defaults';
import { readGateways } from './read-gateways';
import { readIceServers } from './read-ice-servers';
import { readRules } from './read-rules';

const LONGEST_NAME = 14;
/** Null when there is no usable address; then, and whenever else a field is wrong, the reason is reported. */
export function readProfile(kind: Profile['kind'], fields: Fields, findings: Findings): Profile | null {
  const name = readName(readText(fields.get('Name'), findings), findings);
  const gateways = readGateways(kind, fields, findings);
  const rules = readRules(
    {
      written: (field) => readText(fields.get(field), findings),
      list: (field) => readListText(fields.get(field), findings),
      flag: (field) => readFlag(fields.get(field), findings) ?? false,
    },
    findings,
  );
  const sipDomain = readHost(readText(fields.get('SIPDomain'), findings), /^sips?:/i, findings);
  const flag = (field: FieldName, missing: boolean) => readFlag(fields.get(field), findings) ?? missing;
  const profile = {
    kind,
    name,
    accountsToken: flag('AccountsToken', false),
    accountsAddress: readAccountsAddress(readText(fields.get('AccountsAddress'), findings), findings),
    accountsClientId: readText(fields.get('AccountsClientId'), findings)?.value.trim() || null,
    logDownload: flag('LogDownload', true),
    autoFailover: flag('AutoFailover', false),
    iceServers: readIceServers(fields, findings),
    dialRule: dialRules(readFlag(fields.get('DialRule'), findings)),
    rules,
    emergencyNumbers: readList(
      readListText(fields.get('EmergencyNumbers'), findings),
      /^[0-9*#]+$/,
      findings,
    ),
    voicemailNumber:
      readNumber(readText(fields.get('VoicemailNumber'), findings), findings) ?? VOICEMAIL_NUMBERS[kind],
  };
  const [first, ...others] = gateways;
  if (!first) return null;
  const urls: [string, ...string[]] = [first.url, ...others.map(({ url }) => url)];
  return { ...profile, gateways: urls, sipDomain: sipDomain || first.host };
}

function dialRules(flag: boolean | undefined): Profile['dialRule'] {
  if (flag === undefined) return 'off';
  return flag ? 'profile' : 'own';
}

function readName(text: Text | undefined, findings: Findings): string {
  const name = text?.value.trim() ?? '';
  if (text && name === '') findings.report('emptyText', text.at, text.path, { args: { field: text.field } });
  const length = [...name].length;
  if (text && length > LONGEST_NAME) {
    const args = { length: String(length), limit: String(LONGEST_NAME) };
    findings.report('nameLong', text.at, text.path, { args });
  }
  return name;
}
