import { describe, expect, it } from 'vitest';
import { DENVER, dialerFor, makeRules } from './make-rules';

const inDenver = dialerFor(DENVER);
const inLondon = dialerFor(
  makeRules({
    outsidePrefix: '9',
    countryCode: '44',
    cityCodes: ['20'],
    longDistancePrefix: '0',
    internationalPrefix: '00',
    nationalLengths: [10],
    removeAreaCode: true,
    applyToPlusNumber: true,
  }),
);

describe('a SIP address', () => {
  it.each([
    'sip:201@example.com',
    'sips:alice@example.com:5061;transport=tls',
    'SIP:bob@192.0.2.7',
    'sip:+12125550123@gateway.example.com;user=phone',
    'sip:%61lice@example.com?subject=hi',
    'sip:conference.example.com',
    'sip:bob@[2001:db8::1]',
  ])('%s is dialled as it is, whatever the rules', (uri) => {
    expect(inDenver(uri)).toMatchObject({ sent: uri, uri, dtmf: '', emergency: false });
    expect(dialerFor(null)(` ${uri} `)).toMatchObject({ sent: uri, uri });
  });

  it('is found inside its name and brackets', () => {
    expect(inDenver('"Bob, Sales" <sip:bob@example.com>').uri).toBe('sip:bob@example.com');
  });

  it('may lack its scheme', () => {
    expect(inDenver('bob.smith@example.com').uri).toBe('sip:bob.smith@example.com');
  });

  it.each([
    'sip:911@example.com',
    'sip:911;phone-context=+1@example.com',
    'sip:%3911@example.com',
    'sip:911',
  ])('is an emergency call when its user is an emergency number: %s', (typed) => {
    expect(inDenver(typed).emergency).toBe(true);
  });

  it.each(['sip:bob911@example.com', 'sip:911.example.com', 'sip:bob@911.example.com'])(
    'is none because of digits in a name: %s',
    (typed) => {
      expect(inDenver(typed).emergency).toBe(false);
    },
  );

  it.each([
    'sip:',
    'sip:@',
    'sip:bob@',
    'sip:bob@exa mple.com',
    'sip:bob@example.com\r\nX-Evil: 1',
    'sip:<script>',
  ])('that is broken is not dialled: %j', (uri) => {
    expect(inDenver(uri)).toMatchObject({ sent: '', uri: null, why: ['nothing-to-dial'] });
  });
});

describe('a tel: URI', () => {
  it.each([
    ['tel:+1-212-555-0123', '912125550123', ''],
    ['TEL:+1.212.555.0123', '912125550123', ''],
    ['tel:%2B1%20(212)%20555-0123', '912125550123', ''],
    ['tel://+12125550123', '912125550123', ''],
    ['tel:+1-212-555-0123;ext=456', '912125550123', '456'],
    ['tel:+12125550123;isub=12;ext=4-56;npdi', '912125550123', '456'],
    ['tel:+12125550123;postd=pp22', '912125550123', ',,22'],
    ['tel:+12125550123,,789', '912125550123', ',,789'],
    ['tel:+12125550123;789', '912125550123', ',789'],
    ['tel:212%', '9212', ''],
    ['tel:*17', '*17', ''],
    ['tel:%2A17%23', '*17#', ''],
    ['+1-212-555-0123;ext=456;phone-context=+1', '912125550123', '456'],
  ])('%s is dialled as %s, then "%s"', (uri, sent, dtmf) => {
    expect(inDenver(uri)).toMatchObject({ sent, dtmf, uri: null });
  });

  it.each([
    ['tel:555-0142;phone-context=+1-303', '95550142'],
    ['tel:212-555-0123;phone-context=+1', '912125550123'],
    ['tel:020-7946-0018;phone-context=+44', '9011442079460018'],
    ['tel:06-6982-1234;phone-context=+39', '9011390669821234'],
    ['tel:12345;phone-context=example.com', '12345'],
    ['tel:911;phone-context=+44', '911'],
  ])('%s is read in its context and sent as %s', (uri, sent) => {
    expect(inDenver(uri).sent).toBe(sent);
  });

  it('keeps number and extension apart even with rules off', () => {
    expect(dialerFor(null)('tel:+1-212-555-0123;ext=456')).toMatchObject({
      sent: '+12125550123',
      dtmf: '456',
    });
  });
});

describe('a number copied from somewhere', () => {
  it.each([
    ['\u202a+1 212 555 0123\u202c', 'direction marks'],
    ['+1\u00a0212\u00a0555\u00a00123', 'no-break spaces'],
    ['+1 212\u00ad555\u00ad0123', 'soft hyphens'],
    ['\u2066+1\u200b212\u200d555\ufeff0123\u2069', 'isolates, zero-width spaces and a byte order mark'],
    ['+1–212—555‑0123', 'dashes of every kind'],
    ['+1 (212)\t555·0123\n', 'tabs, dots and a line end'],
    ['＋１（２１２）５５５－０１２３', 'full-width characters'],
    ['+١ ٢١٢ ٥٥٥ ٠١٢٣', 'Arabic-Indic digits'],
    ['+۱ ۲۱۲ ۵۵۵ ۰۱۲۳', 'extended Arabic-Indic digits'],
    ['+१ २१२ ५५५ ०१२३', 'Devanagari digits'],
    ['1️⃣2️⃣1️⃣2️⃣5️⃣5️⃣5️⃣0️⃣1️⃣2️⃣3️⃣', 'keycap emoji'],
    ['Tel: +1 212 555 0123', 'a label'],
    ['Tel. 212-555-0123', 'a label without a colon'],
    ['Büro: 212-555-0123', 'a label in another language'],
    ['callto:+12125550123', 'a scheme of old'],
  ])('%j is understood with its %s', (typed) => {
    expect(inDenver(typed)).toMatchObject({ sent: '912125550123', dtmf: '' });
  });

  it('keeps an extension that is named in another language or broken by a soft hyphen', () => {
    expect(inDenver('212-555-0123 extensión 45').dtmf).toBe('45');
    expect(inDenver('212-555-0123 доб. 45').dtmf).toBe('45');
    expect(inDenver('212-555-0123 e\u00adxt. 45').dtmf).toBe('45');
  });
});

describe('"(0)"', () => {
  it.each([
    '+44 (0)20 7946 0018',
    '+44(0)2079460018',
    '+44 ( 0 ) 20 7946 0018',
    '+44 [0] 20 7946 0018',
    '00 44 (0)20 7946 0018',
    '9 00 44 (0)20 7946 0018',
    '＋44（0）20 7946 0018',
  ])('goes behind a country code: %s', (typed) => {
    expect(dialerFor(DENVER)(typed.replace(/^(9 )?00 /, '$1 011 ')).sent).toBe('9011442079460018');
    expect(inLondon(typed).sent).toMatch(typed.startsWith('9') ? /^900442079460018$/ : /^979460018$/);
  });

  it.each([
    ['(0)20 7946 0018', '979460018'],
    ['(020) 7946 0018', '979460018'],
    ['+44 (020) 7946 0018', '90044' + '02079460018'],
  ])('stays elsewhere: %s', (typed, sent) => {
    expect(inLondon(typed).sent).toBe(sent);
  });
});

describe('letters', () => {
  it('become the digits of their keys', () => {
    expect(inDenver('abcdefghijklmnopqrstuvwxyz').sent).toBe(`9${'22233344455566677778889999'}`);
  });

  it('never make an emergency call', () => {
    expect(inLondon('xyz')).toMatchObject({ sent: '', emergency: false });
    expect(inLondon('x9z')).toMatchObject({ sent: '', emergency: false });
    expect(inLondon('9-9-9')).toMatchObject({ sent: '999', emergency: true });
  });
});
