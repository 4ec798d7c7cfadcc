import { describe, expect, it } from 'vitest';
import { readPidf } from './read-pidf';

const document = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
  xmlns:rpid='urn:ietf:params:xml:ns:pidf:rpid' entity="sip:202@example.com">${inside}</presence>`;
const tuple = (basic: string, more = '') =>
  `<tuple id="t1"><status><basic>${basic}</basic></status>${more}</tuple>`;
const activity = (inside: string) =>
  `<dm:person id="p1"><rpid:activities>${inside}</rpid:activities></dm:person>`;

describe('a presence document', () => {
  it.each([
    ['open is available', tuple('open'), 'available'],
    ['closed is offline', tuple('closed'), 'offline'],
    ['one open device of several is enough', tuple('closed') + tuple('open'), 'available'],
    ['space around the word is no matter', tuple('\n open \n'), 'available'],
    ['on the phone', tuple('open') + activity('<rpid:on-the-phone/>'), 'on-a-call'],
    ['away', tuple('open') + activity('<rpid:away/>'), 'away'],
    ['at a meal', tuple('open') + activity('<rpid:meal></rpid:meal>'), 'away'],
    ['busy', tuple('open') + activity('<rpid:busy/>'), 'busy'],
    ['in a meeting', tuple('open') + activity('<rpid:meeting/>'), 'busy'],
    [
      'busy on the phone is on a call',
      tuple('open') + activity('<rpid:busy/><rpid:on-the-phone/>'),
      'on-a-call',
    ],
    ['do not disturb as an element', tuple('open') + activity('<rpid:dnd/>'), 'do-not-disturb'],
    [
      'do not disturb in words',
      tuple('open') + activity('<rpid:other>Do not disturb</rpid:other>'),
      'do-not-disturb',
    ],
    [
      'do not disturb before a call',
      tuple('open') + activity('<x:on-the-phone/><x:do-not-disturb/>'),
      'do-not-disturb',
    ],
    ['an activity that says nothing', tuple('open') + activity('<rpid:unknown/>'), 'available'],
    ['an activity that nobody knows', tuple('open') + activity('<constructor/>'), 'available'],
    ['an activity in the tuple', tuple('open', '<rpid:activities><rpid:away/></rpid:activities>'), 'away'],
    ['an activity without a tuple', activity('<rpid:on-the-phone/>'), 'on-a-call'],
    [
      'what Asterisk says of a call',
      tuple('open', '<note>On the phone</note>') + activity('<rpid:busy/>'),
      'on-a-call',
    ],
    ['a note that a person wrote', tuple('open', '<note>Away until Monday? No!</note>'), 'available'],
    ['closed, whatever else is said', tuple('closed', '<note>On the phone</note>'), 'offline'],
    ['a character written as a number', tuple('&#111;p&#x65;n'), 'available'],
    [
      'comments, CDATA and other names are passed by',
      `<!-- <basic>closed</basic> -->${tuple('<![CDATA[open]]>')}<x:y z="1"/>`,
      'available',
    ],
    ['a document that says nothing', '', null],
    ['a basic that is no word of it', tuple('maybe'), null],
    ['a basic that is nowhere in a tuple', '<basic>open</basic>', null],
  ])('%s', (_title, inside, presence) => {
    expect(readPidf(document(inside))).toBe(presence);
  });
});

describe('what is no presence document', () => {
  const open = document(tuple('open'));

  it.each([
    ['nothing', ''],
    ['words', 'open'],
    ['another document', '<dialog-info><tuple><status><basic>open</basic></status></tuple></dialog-info>'],
    ['one that is cut off', open.slice(0, -5)],
    ['one with something behind it', `${open}<presence/>`],
    ['one with words behind it', `${open} and more`],
    ['tags that cross', document('<tuple><status></tuple></status>')],
    ['an end without a beginning', '</presence>'],
    ['an attribute without quotes', '<presence a=b></presence>'],
    ['a DOCTYPE with entities', `<!DOCTYPE presence [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${open}`],
    ['a comment without an end', `${open}<!-- `],
    ['thousands of tags in each other', '<presence>'.repeat(5_000)],
    ['far too much', document(' '.repeat(70_000) + tuple('open'))],
  ])('says nothing: %s', (_title, text) => {
    expect(readPidf(text)).toBeNull();
  });

  it('never throws, wherever it is damaged, and takes no time for it', () => {
    const began = performance.now();
    const full = document(tuple('open', '<note>a &lt; b</note>') + activity('<rpid:away/>'));
    for (let at = 0; at < full.length; at += 1) {
      for (const damage of ['', '<', '>', '&', '"', '\0', '/', ' ', '<!'])
        expect(() => readPidf(full.slice(0, at) + damage + full.slice(at + 1))).not.toThrow();
    }
    for (const part of ['<', '<a ', '<a b="', '<!--', '<![CDATA[', '&#', ' a="b"', '<a>'])
      expect(readPidf(`<presence${part.repeat(8_000)}`.slice(0, 65_000))).toBeNull();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
