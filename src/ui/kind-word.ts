import type { NumberKind } from '../core/directory/contact';
import { type TextKey, text } from './text';

const keys: Readonly<Record<NumberKind | 'colleague', TextKey>> = {
  work: 'kindWork',
  mobile: 'kindMobile',
  home: 'kindHome',
  sip: 'kindSip',
  other: 'kindOther',
  colleague: 'kindColleague',
};

/** What kind of number it is, in a word. */
export function kindWord(kind: NumberKind | 'colleague'): string {
  return text(keys[kind]);
}
