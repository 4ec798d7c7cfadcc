import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callBack, makeToE164, toE164 } from './e164';
import { BERLIN, DENVER, dialerFor, makeRules } from './make-rules';

describe('the one form of a number', () => {
  it.each([
    ['+1 (303) 555-0142', '+13035550142'],
    ['303-555-0142', '+13035550142'],
    ['1-303-555-0142', '+13035550142'],
    ['555-0142', '+13035550142'],
    ['95550142', '+13035550142'],
    ['913035550142', '+13035550142'],
    ['93035550142', '+13035550142'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['011 44 20 7946 0018', '+442079460018'],
    ['9011442079460018', '+442079460018'],
    ['tel:555-0142;phone-context=+1-303', '+13035550142'],
    ['970-555-0142', '+19705550142'],
    ['1-800-FLOWERS', '+18003569377'],
    ['212-555-0123 x456', '+12125550123'],
  ])('of %s is %s in Denver', (number, e164) => {
    expect(toE164(number, DENVER)).toBe(e164);
  });

  it.each([
    ['030 55501234', '+493055501234'],
    ['0 55501234', '+493055501234'],
    ['0 0 30 55501234', '+493055501234'],
    ['0 3055501234', '+493055501234'],
    ['49 30 55501234', '+493055501234'],
    ['0 00 1 212 555 0123', '+12125550123'],
    ['00 1 212 555 0123', '+12125550123'],
  ])('of %s is %s in Berlin', (number, e164) => {
    expect(toE164(number, BERLIN)).toBe(e164);
  });

  it.each([
    '12345',
    '911',
    '9911',
    '*17',
    '#31#',
    'sip:bob@example.com',
    '',
    '+1',
    '+12345678901234567',
    '411',
  ])('does not exist for %j', (number) => {
    expect(toE164(number, DENVER)).toBeNull();
  });

  it('does not exist for a national number of a country that is not known', () => {
    const nowhere = makeToE164(makeRules({ nationalLengths: [10], longDistancePrefix: '1' }));
    expect(nowhere('212-555-0123')).toBeNull();
    expect(nowhere('+1 212 555 0123')).toBe('+12125550123');
    expect(toE164('+1 212 555 0123', null)).toBe('+12125550123');
    expect(toE164('212 555 0123', null)).toBeNull();
  });

  it('dials to the same as the number it was made from', () => {
    const inDenver = dialerFor(DENVER);
    for (const number of [
      '303-555-0142',
      '212-555-0123',
      '+44 20 7946 0018',
      '555-0142',
      '9 1 212 555 0123',
    ]) {
      expect(inDenver(toE164(number, DENVER) ?? '').sent).toBe(inDenver(number).sent);
    }
  });
});

describe('calling back', () => {
  const callBackInDenver = (number: string) => dialerFor(DENVER)(callBack(number, DENVER)).sent;
  const callBackInBerlin = (number: string) => dialerFor(BERLIN)(callBack(number, BERLIN)).sent;

  it.each([
    ['95550142', '95550142'],
    ['5550142', '95550142'],
    ['3035550142', '95550142'],
    ['93035550142', '95550142'],
    ['913035550142', '95550142'],
    ['912125550123', '912125550123'],
    ['92125550123', '912125550123'],
    ['9705550142', '919705550142'],
    ['9011442079460018', '9011442079460018'],
    ['+442079460018', '9011442079460018'],
    ['12345', '12345'],
    ['911', '911'],
    ['sip:bob@example.com', 'sip:bob@example.com'],
  ])('%s in Denver sends %s, whose prefix is there once', (number, sent) => {
    expect(callBackInDenver(number)).toBe(sent);
  });

  it.each([
    ['055501234', '055501234'],
    ['03055501234', '055501234'],
    ['003055501234', '055501234'],
    ['493055501234', '055501234'],
    ['008999998123', '008999998123'],
    ['0012125550123', '00012125550123'],
    ['00012125550123', '00012125550123'],
    ['678', '678'],
  ])('%s in Berlin sends %s', (number, sent) => {
    expect(callBackInBerlin(number)).toBe(sent);
  });

  it('leaves a number alone while rules are off', () => {
    expect(callBack('912125550123', null)).toBe('912125550123');
  });

  it('puts no prefix twice where there is no trunk prefix either', () => {
    const madrid = makeRules({
      outsidePrefix: '0',
      countryCode: '34',
      internationalPrefix: '00',
      nationalLengths: [9],
      applyToPlusNumber: true,
    });
    expect(dialerFor(madrid)(callBack('0912345678', madrid)).sent).toBe('0912345678');
    expect(dialerFor(madrid)(callBack('912345678', madrid)).sent).toBe('0912345678');
  });

  /** Subscribers of North America (area code and exchange begin with 2 to 9), and of anywhere abroad. */
  const digit = (from: number) => fc.integer({ min: from, max: 9 });
  const digits = (count: number) =>
    fc.tuple(...Array.from({ length: count }, () => digit(0))).map((all) => all.join(''));
  const national = fc.tuple(digit(2), digits(2), digit(2), digits(6)).map((all) => all.join(''));
  const abroad = fc
    .tuple(fc.constantFrom('44', '49', '33', '86', '972'), digits(9))
    .map((all) => all.join(''));

  it('puts one prefix before any number that the server gives as a person, a directory or a trunk would', () => {
    const asPeopleWrite = (number: string) => [`+1${number}`, `1${number}`, number, `91${number}`];
    fc.assert(
      fc.property(national, (number) => {
        const { sent } = dialerFor(DENVER)(`+1${number}`);
        for (const given of [...asPeopleWrite(number), sent])
          expect(callBackInDenver(given), given).toBe(sent);
      }),
    );
    fc.assert(
      fc.property(abroad, (number) => {
        for (const given of [`+${number}`, `011${number}`, `9011${number}`])
          expect(callBackInDenver(given), given).toBe(`9011${number}`);
      }),
    );
  });
});
