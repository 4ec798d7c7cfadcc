import type { FieldName } from '../core/profile/field-names';
import type { TextKey } from '../ui/text';
import { ruleWords } from './rule-words';

/** What a field is called, and what is to be put there, in which unit; examples are the same in every language. */
type FieldWords = { readonly label: TextKey; readonly hint: TextKey; readonly examples?: readonly string[] };

export const fieldWords: Readonly<Record<FieldName, FieldWords>> = {
  Name: { label: 'fieldName', hint: 'fieldNameHint' },
  Address: {
    label: 'fieldAddress',
    hint: 'fieldAddressHint',
    examples: ['sbc.example.com', 'sbc.example.com:9443', 'wss://sbc.example.com:9443/ws'],
  },
  WebSocketPort: { label: 'fieldPort', hint: 'fieldPortHint' },
  WebSocketPath: { label: 'fieldPath', hint: 'fieldPathHint' },
  SIPDomain: { label: 'fieldDomain', hint: 'fieldDomainHint' },
  SecondaryAddress: { label: 'fieldSecondary', hint: 'fieldSecondaryHint' },
  AutoFailover: { label: 'fieldFailover', hint: 'fieldFailoverHint' },
  AccountsToken: { label: 'fieldToken', hint: 'fieldTokenHint' },
  AccountsAddress: { label: 'fieldAccounts', hint: 'fieldAccountsHint' },
  AccountsClientId: { label: 'fieldClient', hint: 'fieldClientHint' },
  LogDownload: { label: 'fieldLogs', hint: 'fieldLogsHint' },
  STUNHost: { label: 'fieldStunHost', hint: 'fieldStunHostHint' },
  STUNPort: { label: 'fieldStunPort', hint: 'fieldIcePortHint' },
  TURNHost: { label: 'fieldTurnHost', hint: 'fieldTurnHostHint' },
  TURNPort: { label: 'fieldTurnPort', hint: 'fieldIcePortHint' },
  TURNTransport: { label: 'fieldTurnTransport', hint: 'fieldTurnTransportHint' },
  TURNUser: { label: 'fieldTurnUser', hint: 'fieldTurnUserHint' },
  TURNPassword: { label: 'fieldTurnPassword', hint: 'fieldTurnPasswordHint' },
  DialRule: { label: 'fieldRules', hint: 'fieldRulesHint' },
  OutsidePrefix: ruleWords.outsidePrefix,
  CountryCode: ruleWords.countryCode,
  CityCode: ruleWords.cityCodes,
  PbxPrefix: ruleWords.pbxPrefix,
  LongDistancePrefix: ruleWords.longDistancePrefix,
  InternationalPrefix: ruleWords.internationalPrefix,
  ExtensionLength: ruleWords.extensionLengths,
  NationalLength: ruleWords.nationalLengths,
  RemoveAreaCode: ruleWords.removeAreaCode,
  ApplyToPlusNumber: ruleWords.applyToPlusNumber,
  EmergencyNumbers: { label: 'fieldEmergency', hint: 'fieldEmergencyHint' },
  VoicemailNumber: { label: 'fieldVoicemail', hint: 'fieldVoicemailHint' },
};

/** Each group begins with this field and goes on to the next one's, in the order of the fields. */
export const groupHeadings: Readonly<Partial<Record<FieldName, TextKey>>> = {
  Name: 'formGroupServer',
  AccountsToken: 'formGroupSignIn',
  STUNHost: 'formGroupMedia',
  DialRule: 'formGroupRules',
  EmergencyNumbers: 'formGroupCalls',
};

type Choice = { readonly value: string; readonly label: string | { readonly key: TextKey } };

const flag: readonly Choice[] = [
  { value: 'true', label: { key: 'ruleYes' } },
  { value: 'false', label: { key: 'ruleNo' } },
];

/** The values of fields that have only a few. */
export const fieldChoices: Readonly<Partial<Record<FieldName, readonly Choice[]>>> = {
  AutoFailover: flag,
  AccountsToken: flag,
  LogDownload: flag,
  TURNTransport: ['udp', 'tcp', 'tls'].map((value) => ({ value, label: value })),
  DialRule: [
    { value: 'true', label: { key: 'summaryRulesProfile' } },
    { value: 'false', label: { key: 'summaryRulesOwn' } },
  ],
  RemoveAreaCode: flag,
  ApplyToPlusNumber: flag,
};

/** Without these there is no server. */
export const requiredFields: readonly FieldName[] = ['Name', 'Address'];
