import { describe, expect, it } from 'vitest';
import { REASONS, STEP_CODES } from './dialled';
import { BERLIN, DENVER, dialerFor } from './make-rules';
import { REASON_WORDS, STEP_WORDS, traceInEnglish, whyInEnglish } from './trace';

const inDenver = dialerFor(DENVER);

describe('the trace of a number', () => {
  it.each([
    ['+44 20 7946 0018', '+44 20 7946 0018 → not your country → 9 + 011 + 442079460018'],
    [
      '+1 303 555 0142',
      '+1 303 555 0142 → your country (1) → your area (303) → area code 303 removed → 9 + 5550142',
    ],
    ['212-555-0123', '212-555-0123 → as long as a national number (10) → not your area → 9 + 1 + 2125550123'],
    ['538-1234', '538-1234 → your own system (538) → 81234'],
    ['12345', '12345 → as long as an extension (5) → 12345'],
    ['9 1 212 555 0123', '9 1 212 555 0123 → outside prefix 9 is there already → 912125550123'],
    ['411', '411 → no rule for its length → 9 + 411'],
    ['555-0142', '555-0142 → as long as a number of area 303 → 9 + 5550142'],
    ['9411', '9411 → begins with 9, which may be an outside prefix already → 9 + 9411'],
    ['9911', '9911 → emergency number 911 → 9911'],
    ['*17', '*17 → a feature code → *17'],
    ['', ' → nothing to dial'],
  ])('%s reads "%s"', (typed, trace) => {
    expect(traceInEnglish(inDenver(typed))).toBe(trace);
  });

  it('names the field that caused each part', () => {
    const parts = inDenver('+44 20 7946 0018').steps.filter(
      ({ code }) => code === 'prefix' || code === 'number',
    );
    expect(parts).toEqual([
      { order: 8, code: 'prefix', field: 'outsidePrefix', value: '9' },
      { order: 8, code: 'prefix', field: 'internationalPrefix', value: '011' },
      { order: 8, code: 'number', field: null, value: '442079460018' },
    ]);
  });

  it('puts together what is sent, in its prefix and number steps', () => {
    for (const typed of [
      '303-555-0142',
      '+44 20 7946 0018',
      '1-800-FLOWERS x5',
      '411',
      '(212) 555-0123',
      '*17',
    ]) {
      const { sent, steps } = inDenver(typed);
      const parts = steps.filter(({ code }) => code === 'prefix' || code === 'number');
      expect(parts.map(({ value }) => value).join('')).toBe(sent);
    }
  });
});

describe('why a number came out as it did', () => {
  it.each([
    ['(212) 555-0123', 'outside line, long distance'],
    ['555-0142', 'outside line, local'],
    ['+44 20 7946 0018', 'outside line, international'],
    ['411', 'outside line'],
    ['12345', 'internal'],
    ['911', 'emergency call'],
    ['sip:bob@example.com', 'SIP address'],
  ])('%s: %s', (typed, why) => {
    expect(whyInEnglish(inDenver(typed))).toBe(why);
  });

  it('has words for every step and every reason', () => {
    expect(Object.keys(STEP_WORDS)).toEqual([...STEP_CODES]);
    expect(Object.keys(REASON_WORDS)).toEqual([...REASONS]);
  });

  it('survives being stored', () => {
    const dialled = dialerFor(BERLIN)('089 99998 123 x7');
    expect(structuredClone(dialled)).toEqual(dialled);
    expect(JSON.parse(JSON.stringify(dialled))).toEqual(dialled);
  });
});
