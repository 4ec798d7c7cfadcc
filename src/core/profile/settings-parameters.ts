/** Which parameters of a `46xxsettings.txt` have a use here, and what for. */
import type { FieldName } from './field-names';
import type { Assignment } from './run-settings-file';

/** The last SET of each parameter. */
export type Assigned = ReadonlyMap<string, Assignment>;

/** What such a file says beyond a server profile; undefined where it says nothing. */
export type SettingsPreferences = {
  readonly contactMatchingMinDigits?: number;
  readonly autoAnswer?: boolean;
  readonly codecs: {
    readonly opus?: boolean;
    readonly g722?: boolean;
    readonly g711a?: boolean;
    readonly g711u?: boolean;
  };
  /** RTP payload type of RFC 4733 events. */
  readonly dtmfPayloadType?: number;
};

/** Of several parameters for one field the first one that is set counts, the newer name before the older. */
export const TEXT_PARAMETERS: readonly (readonly [FieldName, ...string[]])[] = [
  ['SIPDomain', 'SIPDOMAIN'],
  ['OutsidePrefix', 'PHNOL'],
  ['CountryCode', 'PHNCC'],
  ['CityCode', 'DIALPLANAREACODE', 'SP_AC'],
  ['PbxPrefix', 'DIALPLANPBXPREFIX', 'PHNPBXMAINPREFIX'],
  ['LongDistancePrefix', 'PHNLD'],
  ['InternationalPrefix', 'PHNIC'],
  ['ExtensionLength', 'DIALPLANEXTENSIONLENGTHLIST', 'PHNDPLENGTH'],
  ['NationalLength', 'DIALPLANNATIONALPHONENUMLENGTHLIST', 'PHNLDLENGTH'],
  ['VoicemailNumber', 'PSTN_VM_NUM'],
];

export const FLAG_PARAMETERS: readonly (readonly [FieldName, ...string[]])[] = [
  ['RemoveAreaCode', 'DIALPLANLOCALCALLPREFIX', 'PHNREMOVEAREACODE'],
  ['ApplyToPlusNumber', 'APPLY_DIALINGRULES_TO_PLUS_NUMBERS'],
];

export const EMERGENCY_PARAMETERS = ['PHNEMERGNUM', 'PHNMOREEMERGNUMS'];

const CODECS = {
  opus: 'ENABLE_OPUS',
  g722: 'ENABLE_G722',
  g711a: 'ENABLE_G711A',
  g711u: 'ENABLE_G711U',
} as const;

export function assignmentOf(names: readonly string[], assigned: Assigned): Assignment | undefined {
  for (const name of names) {
    const assignment = assigned.get(name);
    if (assignment && assignment.value !== '') return assignment;
  }
  return undefined;
}

/** 0 and its words are false, other numbers (ENABLE_OPUS has three) and words for yes are true. */
export function flagOf(value: string): boolean | undefined {
  if (/^(?:0|false|no|off|n)$/i.test(value)) return false;
  return /^(?:[1-9]|true|yes|on|y)$/i.test(value) ? true : undefined;
}

type Use = (assignment: Assignment, use: string) => void;
type Refuse = (assignment: Assignment, wanted: string) => void;

/** Tells through `use` which lines counted, and through `refuse` which had an impossible value. */
export function readPreferences(assigned: Assigned, use: Use, refuse: Refuse): SettingsPreferences {
  const number = (name: string, key: string, [least, most]: readonly [number, number]) => {
    const assignment = assignmentOf([name], assigned);
    if (!assignment) return {};
    const value = /^\d{1,3}$/.test(assignment.value) ? Number(assignment.value) : Number.NaN;
    if (!(value >= least && value <= most)) {
      refuse(assignment, `${least} to ${most}`);
      return {};
    }
    use(assignment, key);
    return { [key]: value };
  };
  const flag = (name: string, key: string, label: string) => {
    const assignment = assignmentOf([name], assigned);
    const value = assignment && flagOf(assignment.value);
    if (assignment && value === undefined) refuse(assignment, '0 or 1');
    if (!assignment || value === undefined) return {};
    use(assignment, label);
    return { [key]: value };
  };
  const codecs = Object.entries(CODECS).map(([codec, name]) => flag(name, codec, `codecs.${codec}`));
  return {
    ...number('CONTACT_MATCHING_MIN_DIGITS', 'contactMatchingMinDigits', [1, 15]),
    ...flag('AUTO_ANSWER', 'autoAnswer', 'autoAnswer'),
    ...number('DTMF_PAYLOAD_TYPE', 'dtmfPayloadType', [96, 127]),
    codecs: Object.assign({}, ...codecs),
  };
}
