import { describe, expect, it } from 'vitest';
import { redact, shortenNumber } from './redaction';

describe('what is written never holds', () => {
  it.each([
    'Authorization: Digest username="201", response="s3cret", nonce="s3cret"',
    'proxy-authorization: Digest response="s3cret"',
    'WWW-Authenticate: Digest realm="x", nonce="s3cret"',
    'Authorization: Bearer s3cret',
    'token is Bearer s3cret.s3cret',
    'SIP/2.0 401\r\nWWW-Authenticate: Digest nonce="s3cret"\r\nVia: x',
    'password=s3cret',
    'password: "s3cret with spaces"',
    '{"password":"s3cret"}',
    "{'passwd': 's3cret'}",
    '"TURNPassword": "s3cret"',
    'authorizationPassword=s3cret',
    '{"urls":"turn:turn.example.com","username":"u","credential":"s3cret"}',
    'access_token=s3cret&refresh_token=s3cret&id_token=s3cret',
    'accessToken: s3cret',
    'client_secret=s3cret',
    'code_verifier=s3cret',
    'https://offhook.chromiumapp.org/?code=s3cret&state=s3cret&iss=x',
    'grant_type=authorization_code&code=s3cret',
    'Proxy-Authentication-Info: nextnonce="s3cret"',
    'Challenge-WWW: Digest nonce="s3cret", opaque="s3cret"',
    'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzM2NyZXQifQ.s3cret',
  ])('the secret of %s', (text) => {
    expect(redact(text)).not.toContain('s3cret');
    expect(redact(text)).not.toContain('eyJzdWIi');
  });
});

describe('a telephone number', () => {
  it.each([
    ['INVITE sip:+4930123456@example.com SIP/2.0', 'INVITE sip:…3456@example.com SIP/2.0'],
    ['INVITE sip:912125550123@example.com', 'INVITE sip:…0123@example.com'],
    ['tel:+1-212-555-0123', 'tel:…0123'],
    ['call from +4930123456', 'call from …3456'],
    ['number=912125550123', 'number=…0123'],
    ['number:912125550123', 'number:…0123'],
    ['the number is 912125550123.', 'the number is …0123.'],
    ['"912125550123","+4930123456"', '"…0123","…3456"'],
    ['REGISTER sip:example.com SIP/2.0', 'REGISTER sip:example.com SIP/2.0'],
    ['INVITE sip:202@example.com SIP/2.0', 'INVITE sip:202@example.com SIP/2.0'],
    ['INVITE sip:alice@example.com SIP/2.0', 'INVITE sip:alice@example.com SIP/2.0'],
  ])('%s is written as %s', (text, written) => {
    expect(redact(text)).toBe(written);
  });

  it.each([
    '2026-11-22T13:34:15.376Z info  phone registration registered',
    'gateway=wss://192.168.100.200:9443/ws expiresSec=600',
    'callId=0d5b47c2-6f8c-4a3e-9f0b-5f1b0a2c3d4e',
    'call ended callId=c7 cause=busy sipStatus=486 talkedSec=0',
  ])('is not seen where there is none: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['+4930123456', '…3456'],
    ['202', '202'],
    ['2024', '2024'],
    ['*14*210#', '…4210'],
    ['alice', 'alice'],
    ['', ''],
  ])('"%s" alone becomes "%s"', (number, shortened) => {
    expect(shortenNumber(number)).toBe(shortened);
  });
});
