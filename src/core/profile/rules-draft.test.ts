import { describe, expect, it } from 'vitest';
import { BERLIN, DENVER, makeRules } from '../dial/make-rules';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import { mendDraft, type RulesDraft, type RuleTextField, readDraft, toDraft } from './rules-draft';

const empty = toDraft(EMPTY_DIAL_RULES);
const withField = (field: RuleTextField, typed: string): RulesDraft => ({ ...empty, [field]: typed });

describe('a form of dial rules', () => {
  it.each([
    EMPTY_DIAL_RULES,
    DENVER,
    BERLIN,
    makeRules({ cityCodes: ['303', '720'], extensionLengths: [3, 4], nationalLengths: [9, 10, 11] }),
  ])('means the rules that it was filled in with', (rules) => {
    expect(readDraft(toDraft(rules))).toEqual({ rules, isValid: true, problems: {} });
  });

  it.each([
    ['cityCodes', '303 720', { cityCodes: ['303', '720'] }],
    ['extensionLengths', ' 3, 4 ;5', { extensionLengths: [3, 4, 5] }],
    ['internationalPrefix', ' 0 11 ', { internationalPrefix: '011' }],
    ['outsidePrefix', '*9#', { outsidePrefix: '*9#' }],
  ] as const)('takes blanks for what they mean: %s "%s"', (field, typed, expected) => {
    const { rules, isValid } = readDraft(withField(field, typed));
    expect(isValid).toBe(true);
    expect(rules).toEqual(makeRules(expected));
  });

  it.each([
    ['outsidePrefix', 'nine', 'prefixInvalid'],
    ['countryCode', '4x', 'countryCodeInvalid'],
    ['cityCodes', '30, berlin', 'listLetter'],
    ['pbxPrefix', '+1', 'prefixInvalid'],
    ['longDistancePrefix', '0+', 'prefixInvalid'],
    ['internationalPrefix', '00(0)a', 'prefixInvalid'],
    ['extensionLengths', '4, 99', 'lengthImpossible'],
    ['nationalLengths', '9-11', 'lengthRange'],
    ['nationalLengths', '10, 10', 'listDuplicate'],
  ] as const)('says of %s what is wrong with "%s", and of nothing else', (field, typed, code) => {
    const { isValid, problems } = readDraft(withField(field, typed));
    expect(isValid).toBe(false);
    expect(Object.keys(problems)).toEqual([field]);
    expect(problems[field]?.map((problem) => problem.code)).toContain(code);
  });

  it('understands a country code with its + and says how it does', () => {
    const { rules, isValid, problems } = readDraft(withField('countryCode', '+49'));
    expect(rules.countryCode).toBe('49');
    expect(isValid).toBe(true);
    expect(problems.countryCode?.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it.each([
    ['nationalLengths', '9-11', '9, 10, 11'],
    ['countryCode', '0049', '49'],
    ['cityCodes', '030, 0331', '30, 331'],
  ] as const)('mends %s "%s" by a click', (field, typed, mended) => {
    const draft = { ...withField('longDistancePrefix', '0'), [field]: typed };
    const [problem] = readDraft(draft).problems[field] ?? [];
    expect(problem && mendDraft(draft, field, problem)[field]).toBe(mended);
  });

  it('has the rules of all other fields while one is wrong', () => {
    const draft = { ...toDraft(DENVER), outsidePrefix: 'nine' };
    expect(readDraft(draft).rules).toEqual({ ...DENVER, outsidePrefix: '' });
  });
});
