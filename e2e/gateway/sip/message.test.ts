import { describe, expect, it } from 'vitest';
import { branchOf, parseNameAddr, parseUri, userOf } from './address';
import {
  cseq,
  hasToken,
  header,
  headerValues,
  respond,
  withFirst,
  withHeader,
  withoutFirst,
} from './headers';
import { formatMessage, parseMessage, type SipMessage, type SipRequest, splitList } from './message';

function read(text: string): SipMessage {
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.message;
}

const invite = [
  'INVITE sip:600@x.example SIP/2.0',
  'v: SIP/2.0/WS a.invalid;branch=z9hG4bK1 , SIP/2.0/WS b.invalid;branch=z9hG4bK0',
  'f: "Adams, Alice" <sip:201@x.example>;tag=a',
  't: <sip:600@x.example>',
  'i: call-1',
  'CSeq: 7 INVITE',
  'm: <sip:q@z.invalid;transport=ws>;expires=60, "B, \\"x\\"" <sip:r@z.invalid>',
  'Subject: one',
  '  two',
  'k: replaces, outbound',
  'l: 6',
  '',
  'grüß',
].join('\r\n');

describe('a SIP message', () => {
  it('is read with compact names, folded lines and lists of values', () => {
    const message = read(invite);
    expect(message).toMatchObject({
      kind: 'request',
      method: 'INVITE',
      uri: 'sip:600@x.example',
      body: 'grüß',
    });
    expect(headerValues(message, 'Via').map(branchOf)).toEqual(['z9hG4bK1', 'z9hG4bK0']);
    expect(headerValues(message, 'contact').map(userOf)).toEqual(['q', 'r']);
    expect(header(message, 'subject')).toBe('one two');
    expect(hasToken(message, 'Supported', 'Outbound')).toBe(true);
    expect(cseq(message)).toEqual({ number: 7, method: 'INVITE' });
  });

  it('is written with a Content-Length that counts bytes', () => {
    const text = formatMessage(read(invite));
    expect(text).toContain('\r\nContent-Length: 6\r\n\r\ngrüß');
    expect(read(text)).toEqual(read(formatMessage(read(text))));
  });

  it.each([
    ['INVITE sip:600@x SIP/2.0\r\nContent-Length: 3\r\n\r\nab', 'Content-Length'],
    ['HELLO\r\n\r\n', 'start line'],
    ['INVITE sip:600@x SIP/2.0\r\nno colon\r\n\r\n', 'header line'],
  ])('is refused when it is broken: %j', (text, why) => {
    expect(parseMessage(text)).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  it('is answered with the headers of its request, and a tag of our own', () => {
    const request = read(invite);
    if (request.kind !== 'request') throw new Error('a request was expected');
    const response = respond(request satisfies SipRequest, 486, { toTag: 't1' });
    expect(response).toMatchObject({ status: 486, reason: 'Busy Here' });
    expect(header(response, 'To')).toBe('<sip:600@x.example>;tag=t1');
    expect(headerValues(response, 'Via')).toEqual(headerValues(request, 'Via'));
  });

  it('gains and loses one Via at a time', () => {
    const more = withFirst(read(invite), 'Via', 'SIP/2.0/WS gw;branch=z9hG4bKx');
    expect(branchOf(header(more, 'Via'))).toBe('z9hG4bKx');
    expect(withoutFirst(more, 'Via')).toEqual(read(invite));
    expect(headerValues(withHeader(more, 'Via', 'SIP/2.0/WS only'), 'Via')).toEqual(['SIP/2.0/WS only']);
  });
});

describe('an address', () => {
  it('keeps a comma in a quoted name in one value', () => {
    expect(splitList('"a, b" <sip:c@d>, <sip:e,f@g>, h')).toEqual(['"a, b" <sip:c@d>', '<sip:e,f@g>', 'h']);
  });

  it('gives user, host, port and parameters of a URI', () => {
    expect(parseUri('sip:%2B49%2030@Host.example:5066;gr=urn:uuid:1;ob?Replaces=x')).toEqual({
      scheme: 'sip',
      user: '+49 30',
      host: 'host.example',
      port: 5066,
      params: { gr: 'urn:uuid:1', ob: '' },
    });
    expect(parseUri('sip:[::1]:80')?.host).toBe('[::1]');
    expect(parseUri('sip:201:secret@h')?.user).toBe('201');
    expect(parseUri('tel:+4930123;phone-context=x')?.user).toBe('+4930123');
    expect(parseUri('mailto:a@b')).toBeUndefined();
  });

  it('gives the parameters of a bare URI to the header', () => {
    expect(parseNameAddr('sip:201@h;tag=5')).toEqual({ name: '', uri: 'sip:201@h', params: { tag: '5' } });
    expect(parseNameAddr('"A \\"B\\"" <sip:201@h;x=y>;+sip.instance="<urn:uuid:1>"')).toEqual({
      name: 'A "B"',
      uri: 'sip:201@h;x=y',
      params: { '+sip.instance': '<urn:uuid:1>' },
    });
  });
});
