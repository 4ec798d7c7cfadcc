import metadata from 'libphonenumber-js/min/metadata';
import { makeNumberFormat } from './format-number';
import type { DialRules } from './rules';

/** Writes numbers as people of the rules' country do. This module brings the numbering plans along: import it when there is time. */
export function numberFormatOf(rules: DialRules | null): (number: string) => string {
  return makeNumberFormat(rules, metadata);
}
