import { describe, expect, it } from 'vitest';
import { isOneSlip, meantName, ROOT_KEYS } from './field-names';
import { PROBLEM_TEXTS } from './problem-texts';
import { recogniseDocument } from './recognise';
import { makeSample } from './samples';

describe('a document is recognised', () => {
  it.each([
    [makeSample('ipoffice-single.json'), 'profile'],
    [makeSample('as-printed-de.txt'), 'profile'],
    [makeSample('as-printed-fr.txt'), 'profile'],
    [makeSample('46xxsettings.txt'), '46xx'],
    ['SET PHNOL 9', '46xx'],
    ['## only comments', '46xx'],
    ['{"Client_Settings_File_Address": []}', 'settings-file-list'],
    ['{"systemId": "1", "publicKey": "x", "alg": "ES256"}', 'public-key'],
    ['<!doctype html>', 'html'],
    ['\ufeff \n', 'empty'],
    ['<3', 'unknown'],
    ['{"a": 1}', 'unknown'],
    ['Hello', 'unknown'],
    ['x'.repeat(2_000_000), 'unknown'],
  ])('%#', (text, kind) => {
    expect(recogniseDocument(text)).toBe(kind);
  });
});

describe('a name that is meant', () => {
  it.each([
    ['abc', 'abd', true],
    ['abc', 'ab', true],
    ['abc', 'abcd', true],
    ['abc', 'acb', true],
    ['abc', 'abc', true],
    ['abc', 'cba', false],
    ['abc', 'a', false],
    ['', 'a', true],
  ])('%s and %s are one slip apart: %s', (a, b, isOne) => {
    expect(isOneSlip(a, b)).toBe(isOne);
    expect(isOneSlip(b, a)).toBe(isOne);
  });

  it.each([
    ['Profil_Serveur_IP_Office', 'IP_Office_Server_Profile'],
    ['IP Office Server Profile', 'IP_Office_Server_Profile'],
    ['aura_web_gateway_server_profiles', 'Aura_Web_Gateway_Server_Profile'],
    ['constructor', undefined],
    ['', undefined],
  ])('%s means %s', (written, meant) => {
    expect(meantName(written, ROOT_KEYS)).toBe(meant);
  });
});

describe('the texts about problems', () => {
  it('name codes that a translation can have as its key, and say something', () => {
    for (const [code, { message, expected }] of Object.entries(PROBLEM_TEXTS)) {
      expect(code).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(message).toMatch(/[.?]$/);
      expect(expected).not.toBe('');
    }
  });
});
