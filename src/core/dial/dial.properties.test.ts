import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dialer, makeDialer } from './dial';
import type { Dialled } from './dialled';
import { callingCodesWithEmergencyNumbers, emergencyNumbersFor } from './emergency';
import { cleanRules } from './plan';
import { keepDialable, readTyped } from './read-typed';
import type { DialRules } from './rules';

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const prefix = (...usual: string[]) => fc.oneof(fc.constantFrom('', ...usual), digits(0, 4));
const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 });
const flag = fc.boolean();

const anyRules: fc.Arbitrary<DialRules> = fc.record({
  outsidePrefix: prefix('9', '0', '7'),
  countryCode: prefix('1', '44', '49'),
  cityCodes: fc.array(digits(1, 4), { maxLength: 3 }),
  pbxPrefix: prefix('538'),
  longDistancePrefix: prefix('1', '0', '06'),
  internationalPrefix: prefix('011', '00', '0011'),
  extensionLengths: lengths,
  nationalLengths: lengths,
  removeAreaCode: flag,
  applyToPlusNumber: flag,
});

/** Rules as a careless form may hold them: anything in any field. */
const wildRules: fc.Arbitrary<DialRules> = fc.record({
  outsidePrefix: fc.string(),
  countryCode: fc.string(),
  cityCodes: fc.array(fc.string()),
  pbxPrefix: fc.string(),
  longDistancePrefix: fc.string(),
  internationalPrefix: fc.string(),
  extensionLengths: fc.array(fc.double()),
  nationalLengths: fc.array(fc.double()),
  removeAreaCode: flag,
  applyToPlusNumber: flag,
});

/** What people type: written numbers, numbers that fit the rules, tails, and now and then anything at all. */
const written = fc
  .array(
    fc.constantFrom(
      ...'0123456789',
      ' ',
      '-',
      '(0)',
      '(',
      ')',
      '+',
      '*',
      '#',
      ',',
      'x',
      'p',
      'W',
      'é',
      '٣',
      '\u202a',
      '00',
      '011',
    ),
    {
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join(''));
const anyTyped = fc.oneof(
  written,
  digits(1, 16),
  digits(1, 16).map((number) => `+${number}`),
  fc.string({ unit: 'binary' }),
);

const dialerOf = (rules: DialRules | null): Dialer => makeDialer({ rules, emergencyNumbers: [] });
const runs = { numRuns: 2000 };

function isByRule(dialled: Dialled, ...codes: string[]): boolean {
  return dialled.steps.some(({ code }) => codes.includes(code));
}

describe('whatever is typed, under whatever rules', () => {
  it('nothing throws, and the result holds only digits, *, # and a leading +', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyRules, wildRules, fc.constant(null)),
        anyTyped,
        flag,
        (rules, typed, asTyped) => {
          const { sent, dtmf, uri } = dialerOf(rules)(typed, { asTyped });
          if (uri === null) expect(sent).toMatch(/^\+?[0-9*#]*$/);
          else expect(sent).toBe(uri);
          expect(dtmf).toMatch(/^[0-9*#,]*$/);
          if (sent === '') expect(dtmf).toBe('');
        },
      ),
      runs,
    );
  });

  it('no digit is invented beyond the configured prefixes', () => {
    fc.assert(
      fc.property(anyRules, anyTyped, (rules, typed) => {
        const { outsidePrefix, longDistancePrefix, internationalPrefix } = cleanRules(rules);
        const { sent, uri } = dialerOf(rules)(typed);
        if (uri !== null) return;
        const { number } = readTyped(typed, rules);
        const prefixes = [
          '',
          outsidePrefix,
          outsidePrefix + longDistancePrefix,
          outsidePrefix + internationalPrefix,
        ];
        const isExplained = prefixes.some(
          (put) => sent.startsWith(put) && number.endsWith(sent.slice(put.length)),
        );
        expect(isExplained, `${typed} → ${sent}`).toBe(true);
      }),
      runs,
    );
  });

  it('the steps put together what is sent', () => {
    fc.assert(
      fc.property(anyRules, anyTyped, (rules, typed) => {
        const { sent, steps, uri } = dialerOf(rules)(typed);
        if (uri !== null) return;
        const parts = steps.filter(({ code }) => code === 'prefix' || code === 'number');
        expect(parts.map(({ value }) => value).join('')).toBe(sent);
      }),
      runs,
    );
  });
});

describe('emergency numbers', () => {
  const country = fc.constantFrom('', ...callingCodesWithEmergencyNumbers());

  it('are fixed points under every rule set, with the outside prefix and without', () => {
    const own = fc.array(digits(2, 6), { maxLength: 2 });
    fc.assert(
      fc.property(anyRules, country, own, (rules, countryCode, emergencyNumbers) => {
        const inCountry = { ...rules, countryCode };
        const dialNumber = makeDialer({ rules: inCountry, emergencyNumbers });
        for (const number of emergencyNumbersFor(countryCode, emergencyNumbers)) {
          for (const typed of [number, inCountry.outsidePrefix + number]) {
            expect(dialNumber(typed)).toMatchObject({ sent: typed, emergency: true, dtmf: '' });
            expect(dialNumber(typed, { asTyped: true })).toMatchObject({ sent: typed, emergency: true });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are announced whenever one is sent', () => {
    fc.assert(
      fc.property(anyRules, country, digits(1, 6), (rules, countryCode, typed) => {
        const { sent, emergency } = dialerOf({ ...rules, countryCode })(typed);
        if (emergencyNumbersFor(countryCode).includes(sent)) expect(emergency).toBe(true);
      }),
      runs,
    );
  });
});

describe('a number that was sent, dialled again', () => {
  /** Sent by a rule after which the document promises the same result again. */
  function isPromised(rules: DialRules, dialled: Dialled): boolean {
    const { sent } = dialled;
    if (sent === '' || dialled.uri !== null) return false;
    if (dialled.emergency || isByRule(dialled, 'feature-code', 'plus-kept', 'extension', 'already-prefixed'))
      return true;
    if (isByRule(dialled, 'own-system')) return true;
    // The guard of rule 7: of national length, the whole is read as a national number that begins so.
    if (rules.outsidePrefix === '' || rules.nationalLengths.includes(sent.length)) return false;
    if (dialled.why.includes('long-distance')) return true;
    const { length } = dialled.steps.findLast(({ code }) => code === 'number')?.value ?? '';
    return dialled.why.includes('international') && rules.internationalPrefix !== '' && length >= 7;
  }

  it('is sent the same wherever the rules tell that a prefix is there already', () => {
    let promised = 0;
    fc.assert(
      fc.property(anyRules, anyTyped, (rules, typed) => {
        const dialNumber = dialerOf(rules);
        const first = dialNumber(typed);
        if (!isPromised(rules, first)) return;
        promised++;
        expect(dialNumber(first.sent).sent, `${typed} → ${first.sent}`).toBe(first.sent);
      }),
      { numRuns: 5000 },
    );
    expect(promised).toBeGreaterThan(500);
  });

  it('is always sent the same with rules off, or as typed', () => {
    fc.assert(
      fc.property(anyRules, anyTyped, (rules, typed) => {
        const off = dialerOf(null)(typed);
        if (off.uri === null) expect(dialerOf(null)(off.sent).sent).toBe(off.sent);
        const asTyped = dialerOf(rules)(typed, { asTyped: true });
        if (asTyped.uri === null)
          expect(dialerOf(rules)(asTyped.sent, { asTyped: true }).sent).toBe(asTyped.sent);
      }),
      runs,
    );
  });
});

describe('reading', () => {
  it('agrees with the short way for digits and separators', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'0123456789*#+ -./)') });
    fc.assert(
      fc.property(plain, anyRules, (typed, rules) => {
        // A soft hyphen in front makes it take the long way.
        expect(readTyped(`\u00ad${typed}`, rules).number).toBe(readTyped(typed, rules).number);
        expect(keepDialable(`\u00ad${typed}`)).toBe(keepDialable(typed));
      }),
      runs,
    );
  });
});
