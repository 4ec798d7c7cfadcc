/** Dial rules on their way through a form: what is typed into each field, and what it means. */

import { type DialRules, RULE_FIELDS } from '../dial/rules';
import { FIELD_NAMES } from '../dial/trace';
import type { Text } from './check-text';
import type { FieldName } from './field-names';
import { collectFindings } from './findings';
import type { Problem } from './profile';
import { readRules } from './read-rules';

type FlagField = 'removeAreaCode' | 'applyToPlusNumber';
export type RuleTextField = Exclude<keyof DialRules, FlagField>;

/** Each field as it is typed: lists with commas or blanks between their numbers. */
export type RulesDraft = Readonly<Record<RuleTextField, string> & Record<FlagField, boolean>>;

/** What a draft means: `rules` have the fields that are right, the others empty; `problems` are those of each field. */
export type DraftReading = {
  rules: DialRules;
  isValid: boolean;
  problems: Readonly<Partial<Record<keyof DialRules, readonly Problem[]>>>;
};

const isList = { cityCodes: true, extensionLengths: true, nationalLengths: true } as const;

export function toDraft(rules: DialRules): RulesDraft {
  const { cityCodes, extensionLengths, nationalLengths } = rules;
  return {
    ...rules,
    cityCodes: cityCodes.join(', '),
    extensionLengths: extensionLengths.join(', '),
    nationalLengths: nationalLengths.join(', '),
  };
}

/** Reads a draft as a profile with the same values is read; the same things are wrong with it, in the same words. */
export function readDraft(draft: RulesDraft): DraftReading {
  const findings = collectFindings('');
  const written = (name: FieldName) => textOf(draft, name);
  const rules = readRules(
    { written, list: written, flag: (name) => draft[fieldOf(name)] === true },
    findings,
  );
  const problems: Partial<Record<keyof DialRules, Problem[]>> = {};
  for (const problem of findings.problems()) {
    const field = RULE_FIELDS.find((one) => FIELD_NAMES[one] === problem.path);
    if (field) problems[field] = [...(problems[field] ?? []), problem];
  }
  return { rules, isValid: findings.problems().every(({ severity }) => severity === 'warning'), problems };
}

/** The draft with a problem mended as its fix proposes. */
export function mendDraft(draft: RulesDraft, field: RuleTextField, { fix }: Problem): RulesDraft {
  const [edit] = fix?.edits ?? [];
  return edit ? { ...draft, [field]: edit.text.replaceAll(',', ', ') } : draft;
}

function fieldOf(name: FieldName): keyof DialRules {
  const field = RULE_FIELDS.find((one) => FIELD_NAMES[one] === name);
  if (!field) throw new Error(`no rule is called ${name}`);
  return field;
}

function textOf(draft: RulesDraft, name: FieldName): Text | undefined {
  const field = fieldOf(name);
  const written = String(draft[field]).trim();
  // Blanks between the numbers of a list, or the digits of a prefix, are no mistake in a form.
  const value = field in isList ? written.replace(/[\s,;]+/g, ',') : written.replace(/\s+/g, '');
  if (value === '') return undefined;
  const at = { offset: 0, length: value.length };
  return { field: name, value, at, path: [name], replace: (text) => [{ ...at, text }] };
}
