import type { Dialled, Reason } from '../core/dial/dialled';
import { type TextKey, text } from './text';

const keys: Readonly<Record<Reason, TextKey>> = {
  'nothing-to-dial': 'reasonNothing',
  'sip-address': 'reasonSipAddress',
  'rules-off': 'reasonRulesOff',
  'as-typed': 'reasonAsTyped',
  emergency: 'reasonEmergency',
  'feature-code': 'reasonFeatureCode',
  'plus-kept': 'reasonPlusKept',
  internal: 'reasonInternal',
  'already-prefixed': 'reasonAlreadyPrefixed',
  'outside-line': 'reasonOutsideLine',
  'long-distance': 'reasonLongDistance',
  international: 'reasonInternational',
  local: 'reasonLocal',
};

/** Why a number came out as it did, in one line: "outside line, long distance". */
export function whySentence({ why }: Pick<Dialled, 'why'>): string {
  return why.map((reason) => text(keys[reason])).join(', ');
}
