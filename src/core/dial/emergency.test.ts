import { describe, expect, it } from 'vitest';
import { makeDialer } from './dial';
import { callingCodesWithEmergencyNumbers, emergencyNumbersFor } from './emergency';
import { DENVER, makeRules } from './make-rules';

describe('emergency numbers', () => {
  it.each([
    ['44', ['112', '911', '999']],
    ['49', ['112', '911', '110']],
    ['1', ['112', '911']],
    ['61', ['112', '911', '000', '106']],
    ['', ['112', '911']],
    ['999', ['112', '911']],
  ])('of country %s are known', (country, numbers) => {
    expect(emergencyNumbersFor(country)).toEqual(numbers);
  });

  it('are known for every larger country, each two to five digits', () => {
    const codes = callingCodesWithEmergencyNumbers();
    expect(codes.length).toBeGreaterThanOrEqual(60);
    for (const code of codes) {
      for (const number of emergencyNumbersFor(code)) expect(number, code).toMatch(/^\d{2,5}$/);
    }
  });

  it('take those of the profile on top, however they are written', () => {
    expect(emergencyNumbersFor('49', ['19 222', '112', ''])).toEqual(['112', '911', '110', '19222']);
  });
});

describe('an emergency call', () => {
  const dialNumber = makeDialer({ rules: DENVER, emergencyNumbers: ['5550', '*911'] });

  it.each([
    ['911', '911'],
    ['9911', '9911'],
    ['112', '112'],
    ['9112', '9112'],
    ['5550', '5550'],
    ['95550', '95550'],
    ['*911', '*911'],
    ['9-1-1', '911'],
    ['(911)', '911'],
    ['9 911', '9911'],
    [' ۹۱۱ ', '911'],
    ['tel:911', '911'],
  ])('to %s is sent as %s, touched by no rule', (typed, sent) => {
    expect(dialNumber(typed)).toMatchObject({ sent, emergency: true, why: ['emergency'] });
    expect(dialNumber(typed, { asTyped: true })).toMatchObject({ sent, emergency: true });
  });

  it('is announced as one when a prefix makes it so', () => {
    // 9 and 11: the system hears 911.
    expect(
      makeDialer({ rules: makeRules({ outsidePrefix: '9' }), emergencyNumbers: [] })('11'),
    ).toMatchObject({
      sent: '911',
      emergency: true,
    });
  });

  it('is announced with rules off as well', () => {
    const off = makeDialer({ rules: null, countryCode: '33', emergencyNumbers: [] });
    expect(off('15')).toMatchObject({ sent: '15', emergency: true });
    expect(off('16').emergency).toBe(false);
  });
});
