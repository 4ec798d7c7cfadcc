import { describe, expect, it } from 'vitest';
import { toRequestUri } from './request-uri';

const requestUri = (sent: string) => toRequestUri(sent, 'example.com')?.clone().toRaw() ?? null;

describe('a number', () => {
  it.each([
    ['201', 'sip:201@example.com'],
    ['+12125550123', 'sip:+12125550123@example.com'],
    ['*17', 'sip:*17@example.com'],
    ['#1234', 'sip:%231234@example.com'],
    ['*14*210#', 'sip:*14*210%23@example.com'],
  ])('%s is called at our own domain', (sent, expected) => {
    expect(requestUri(sent)).toBe(expected);
  });
});

describe('a SIP address', () => {
  it.each([
    'sip:bob@example.org',
    'sips:bob@example.org',
    'sip:example.org',
    'sip:+12125550123@example.org;user=phone',
    'sip:bob@192.0.2.1:5070;transport=tcp;lr',
    'sip:bob@[2001:db8::1]:5060',
    'sip:bob:secret@example.org',
    "sip:o'brien@example.org",
    'sip:a&b=c+$,/x@example.org',
    'sip:201;phone-context=+44@example.org;user=phone',
    'sip:what?@example.org',
    'sip:b%20ob@example.org',
    'sip:*17@example.org',
    'sip:bob@host-1',
  ])('%s is called as it is', (sent) => {
    expect(requestUri(sent)).toBe(sent);
  });

  it.each([
    ['headers', 'sip:bob@example.org?Replaces=abc%3Bto-tag%3D1&Subject=hi', 'sip:bob@example.org'],
    [
      'headers behind parameters',
      'sip:bob@example.org;user=ip?Route=%3Csip:x%3E',
      'sip:bob@example.org;user=ip',
    ],
    ['a method', 'sip:bob@example.org;method=REGISTER;lr', 'sip:bob@example.org;lr'],
  ])('may hold %s, which no request is sent to', (_, sent, expected) => {
    expect(requestUri(sent)).toBe(expected);
  });

  it.each([
    ['SIP:Bob@EXAMPLE.Org', 'sip:Bob@example.org'],
    ['sip:bob@example.org.', 'sip:bob@example.org'],
    ['sip:#17@example.org', 'sip:%2317@example.org'],
    ['sip:50%@example.org', 'sip:50%25@example.org'],
    ['sip:201', 'sip:201@example.com'],
  ])('%s is called as it is meant: %s', (sent, expected) => {
    expect(requestUri(sent)).toBe(expected);
  });

  it.each([
    '',
    'bob',
    'tel:+12125550123',
    'sip:',
    'sip:@',
    'sip:bob@',
    'sip:bob@-',
    'sip:bob@my host',
    'sip:bob@host:port',
  ])('"%s" is none', (sent) => {
    expect(requestUri(sent)).toBeNull();
  });
});
