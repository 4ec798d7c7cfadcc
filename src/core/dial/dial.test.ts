import { describe, expect, it } from 'vitest';
import { dial, makeDialer } from './dial';
import { dialSettings } from './dial-settings';
import { isChanged } from './is-changed';
import { BERLIN, DENVER, dialerFor, makeRules, type PlanTable } from './make-rules';

const inDenver = dialerFor(DENVER);
const inBerlin = dialerFor(BERLIN);

const DENVER_TABLE: PlanTable = [
  ['12345', '12345'],
  ['+1 303-538-1234', '81234'],
  ['303-538-1234', '81234'],
  ['538-1234', '81234'],
  ['(303) 555-0142', '95550142'],
  ['+1 303 555 0142', '95550142'],
  ['1 303 555 0142', '95550142'],
  ['555-0142', '95550142'],
  ['(212) 555-0123', '912125550123'],
  ['1-212-555-0123', '912125550123'],
  ['+1 212 555 0123', '912125550123'],
  ['+44 20 7946 0018', '9011442079460018'],
  ['011 44 20 7946 0018', '9011442079460018'],
  ['+44 (0)20 7946 0018', '9011442079460018'],
  ['9 1 212 555 0123', '912125550123'],
  ['9 011 44 2079460018', '9011442079460018'],
  ['970-555-0142', '919705550142'],
  ['911', '911'],
  ['9911', '9911'],
  ['411', '9411'],
  ['*17', '*17'],
  ['*14*210#', '*14*210#'],
  ['#1234', '#1234'],
  ['1-800-FLOWERS', '918003569377'],
];

const BERLIN_TABLE: PlanTable = [
  ['125', '125'],
  ['030 23125 678', '678'],
  ['+49 30 23125 678', '678'],
  ['030 55501234', '055501234'],
  ['+49 30 55501234', '055501234'],
  ['089 99998 123', '008999998123'],
  ['+49 89 99998 123', '008999998123'],
  ['+1 212 555 0123', '00012125550123'],
  ['110', '110'],
  ['112', '112'],
  ['0112', '0112'],
];

describe('in the office in Denver', () => {
  it.each(DENVER_TABLE)('%s is sent as %s', (typed, sent) => {
    expect(inDenver(typed).sent).toBe(sent);
  });

  it('sends a local number without its area code when the system has no prefix of its own', () => {
    expect(dialerFor({ ...DENVER, pbxPrefix: '' })('303-538-1234').sent).toBe('95381234');
  });

  it('leaves a number with + alone when the rules do not apply to it', () => {
    expect(dialerFor({ ...DENVER, applyToPlusNumber: false })('+1 212 555 0123').sent).toBe('+12125550123');
  });

  it('keeps the area code of a local number when area codes are not removed', () => {
    expect(dialerFor({ ...DENVER, removeAreaCode: false })('(303) 555-0142').sent).toBe('913035550142');
  });

  it('knows which calls are emergency calls', () => {
    expect(['911', '9911', '112', '411', '9411'].map((typed) => inDenver(typed).emergency)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('in the office in Berlin', () => {
  it.each(BERLIN_TABLE)('%s is sent as %s', (typed, sent) => {
    expect(inBerlin(typed).sent).toBe(sent);
  });

  it('dials a colleague from outside whose extension would read as an emergency number', () => {
    expect(inBerlin('030 23125 112')).toMatchObject({ sent: '023125112', emergency: false });
    expect(inBerlin('23125 112')).toMatchObject({ sent: '023125112', emergency: false });
  });

  it('takes "0 0 30 …" for an outside line and a national number, as nothing in the digits tells otherwise', () => {
    expect(inBerlin('0 030 55501234').sent).toBe('003055501234');
    // +45 11 22 33 44 in its "00" form has as many digits as 0 045 11223344: an ambiguity that is left to "as typed".
    expect(inBerlin('0045 11223344').sent).toBe('004511223344');
    expect(inBerlin('+45 11223344').sent).toBe('0004511223344');
  });
});

describe('tails', () => {
  it.each([
    ['212-555-0123 x456', '456'],
    ['212-555-0123,,789', ',,789'],
    ['212-555-0123 ext. 456', '456'],
    ['212-555-0123 Extension 456', '456'],
    ['212-555-0123;ext=456', '456'],
    ['212-555-0123;456#', ',456#'],
    ['2125550123p456', ',456'],
    ['2125550123ww456', ',,456'],
    ['212-555-0123 x456,,7', '456,,7'],
    ['212-555-0123, ', ''],
  ])('%s is dialled, and "%s" sent after the answer', (typed, dtmf) => {
    expect(inDenver(typed)).toMatchObject({ sent: '912125550123', dtmf });
  });

  it('takes "ext. 12345" alone for the extension', () => {
    expect(inDenver('ext. 12345')).toMatchObject({ sent: '12345', dtmf: '' });
  });

  it('does not take P or W inside a word for a pause', () => {
    expect(inDenver('1-800-PWR-WAVE')).toMatchObject({ sent: '918007979283', dtmf: '' });
  });
});

describe('with rules off', () => {
  it.each([
    ['(123) 456-7890', '1234567890'],
    ['+1 (303) 555-0142', '+13035550142'],
    ['1-800-FLOWERS', '1800'],
    ['+44 (0)20 7946 0018', '+4402079460018'],
    ['212-555-0123,,789', '2125550123789'],
    ['1+2', '12'],
  ])('keeps of %s what can be dialled, %s, and changes nothing else', (typed, sent) => {
    expect(dial(typed, { rules: null, emergencyNumbers: [] })).toMatchObject({ sent, dtmf: '' });
  });

  it('switches the rules off for one call', () => {
    expect(inDenver('(303) 555-0142', { asTyped: true })).toMatchObject({
      sent: '3035550142',
      why: ['as-typed'],
    });
  });

  it('still knows the country that the profile names, for its emergency numbers', () => {
    const profile = { dialRule: 'off', rules: BERLIN, emergencyNumbers: ['555'] } as const;
    const dialNumber = makeDialer(dialSettings(profile, null));
    expect(['110', '555', '999'].map((typed) => dialNumber(typed).emergency)).toEqual([true, true, false]);
  });
});

describe('whose rules hold', () => {
  const own = makeRules({ outsidePrefix: '7' });
  const sentBy = (dialRule: 'profile' | 'own' | 'off', mine: typeof own | null) =>
    dial('411', dialSettings({ dialRule, rules: DENVER, emergencyNumbers: [] }, mine)).sent;

  it("are the profile's when it says so, whatever the person saved", () => {
    expect(sentBy('profile', own)).toBe('9411');
  });

  it("are the person's own otherwise, and the profile's until there are any", () => {
    expect(sentBy('own', own)).toBe('7411');
    expect(sentBy('own', null)).toBe('9411');
  });

  it("are nobody's when rules are off", () => {
    expect(sentBy('off', own)).toBe('411');
  });
});

describe('when nothing can be dialled', () => {
  it.each(['', '   ', '+', '-', ',,,', 'sip:', '日本', '\u200b', '+,123'])('says so for "%s"', (typed) => {
    for (const rules of [DENVER, null]) {
      if (rules === null && typed === '+,123') continue;
      expect(dialerFor(rules)(typed)).toMatchObject({
        sent: '',
        dtmf: '',
        uri: null,
        why: ['nothing-to-dial'],
      });
    }
  });
});

describe('what is shown before the call', () => {
  it('is silent when only separators went', () => {
    expect(isChanged(inDenver('1-23-45'))).toBe(false);
    expect(isChanged(inDenver('sip:201@example.com'))).toBe(false);
  });

  it('speaks when a prefix came or a tail waits', () => {
    expect(isChanged(inDenver('411'))).toBe(true);
    expect(isChanged(inDenver('12345,6'))).toBe(true);
  });
});
