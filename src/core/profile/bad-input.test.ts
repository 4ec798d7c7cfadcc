import { describe, expect, it } from 'vitest';
import { mend, problemsOf } from './mend';
import { parseProfile } from './parse-profile';
import { makeServer } from './samples';

const GOOD = makeServer();
const codesOf = (text: string) => problemsOf(text).map(({ code }) => code);

/** Whether the mended text gives what the flawless document gives. */
function loadsMended(text: string, flawless = GOOD): boolean {
  const mended = parseProfile(mend(text));
  const meant = parseProfile(flawless);
  return mended.ok && meant.ok && JSON.stringify(mended.profiles) === JSON.stringify(meant.profiles);
}

describe('a slip of writing is refused, and mended', () => {
  it.each([
    ['quotes of German typesetting', GOOD.replaceAll(/"([^"]*)"/g, '„$1“'), 'quotes'],
    ['quotes of English typesetting', GOOD.replaceAll(/"([^"]*)"/g, '“$1”'), 'quotes'],
    ['quotes of Swedish typesetting', GOOD.replaceAll(/"([^"]*)"/g, '”$1”'), 'quotes'],
    ['quotes of French typesetting', GOOD.replaceAll(/"([^"]*)"/g, '«\u00a0$1\u00a0»'), 'quotes'],
    ['guillemets turned inwards', GOOD.replaceAll(/"([^"]*)"/g, '»$1«'), 'quotes'],
    ['single typographic quotes', GOOD.replaceAll(/"([^"]*)"/g, '‘$1’'), 'quotes'],
    ['single low quotes', GOOD.replaceAll(/"([^"]*)"/g, '‚$1‘'), 'quotes'],
    ['a straight quote closed by a typographic one', GOOD.replace('"Name"', '"Name“'), 'quotes'],
    ['a typographic quote closed by a straight one', GOOD.replace('"West"', '„West"'), 'quotes'],
    ['a line without a missing close', GOOD.replace('"West", ', '"West,\n'), 'unclosedText'],
    ['single quotes', GOOD.replaceAll('"', "'"), 'singleQuotes'],
    ['a missing comma', GOOD.replace('"West",', '"West"'), 'commaMissing'],
    ['a missing comma at the end of a line', GOOD.replace('"West",', '"West"\n'), 'commaMissing'],
    ['a trailing comma in an object', GOOD.replace('"}', '",}'), 'commaExtra'],
    ['a trailing comma in a list', GOOD.replace(']', ',]'), 'commaExtra'],
    ['two commas', GOOD.replace(',', ',,'), 'commaExtra'],
    ['a comma after the document', `${GOOD},`, 'commaExtra'],
    ['a semicolon for a comma', GOOD.replace(',', ';'), 'separator'],
    ['an equals sign for a colon', GOOD.replace('"Name":', '"Name" ='), 'separator'],
    ['a missing colon', GOOD.replace('"Name":', '"Name"'), 'colonMissing'],
    ['a missing last brace', GOOD.slice(0, -1), 'closerMissing'],
    ['all closing brackets missing', GOOD.slice(0, -3), 'closerMissing'],
    ['a missing bracket in the middle', GOOD.replace(']', ''), 'closerMissing'],
    ['a bracket too many', `${GOOD}}`, 'closerExtra'],
    ['the first brace missing', GOOD.slice(1), 'bracesMissing'],
    ['both outer braces missing', GOOD.slice(1, -1), 'bracesMissing'],
    ['a comment to the end of the line', GOOD.replace('[', '[ // our office\n'), 'comment'],
    ['a comment between marks', `/* ours */ ${GOOD}`, 'comment'],
    ['a comment with #', `# ours\n${GOOD}`, 'comment'],
    ['a byte order mark', `\ufeff${GOOD}`, 'byteOrderMark'],
    ['non-breaking spaces', GOOD.replaceAll(' ', '\u00a0'), 'oddSpace'],
    ['a space without width', GOOD.replace('{', '{\u200b'), 'oddSpace'],
    ['a name of a field without quotes', GOOD.replace('"Name"', 'Name'), 'bareKey'],
    ['a text without quotes', GOOD.replace('"west.example.com"', 'west.example.com'), 'bareText'],
    ['one server without a list', GOOD.replace('[', '').replace(']', ''), 'listExpected'],
    [
      'a field twice, and both the same',
      GOOD.replace('{"Name": "West",', '{"Name": "West", "Name": "West",'),
      'duplicateKey',
    ],
  ])('%s', (_, text, code) => {
    expect(text).not.toBe(GOOD);
    expect(parseProfile(text).ok).toBe(false);
    expect(codesOf(text)).toContain(code);
    expect(problemsOf(text).every(({ fix }) => fix)).toBe(true);
    expect(loadsMended(text)).toBe(true);
  });

  it('a brace missing between two servers', () => {
    const two =
      '{"IP_Office_Server_Profile": [{"Name":"A","Address":"a.example"},{"Name":"B","Address":"b.example"}]}';
    const text = two.replace('},{', ',{');
    expect(codesOf(text)).toEqual(['closerMissing']);
    expect(loadsMended(text, two)).toBe(true);
  });

  it('an address with // in a text without quotes keeps it', () => {
    const text = GOOD.replace('"west.example.com"', 'wss://west.example.com:9443/ws // ours\n');
    expect(loadsMended(text)).toBe(true);
  });

  it('typographic quotes inside a text are none of our business', () => {
    const text = GOOD.replace('West', 'The “West”');
    expect(parseProfile(text)).toMatchObject({ ok: true, profiles: [{ name: 'The “West”' }], warnings: [] });
  });
});

describe('a value that is nearly right', () => {
  it.each([
    ['true in quotes', '"AccountsToken": "true"', 'quotedFlag', '"AccountsToken": true'],
    ['false in quotes', '"LogDownload": "false"', 'quotedFlag', '"LogDownload": false'],
    ['wahr', '"AccountsToken": wahr', 'translatedFlag', '"AccountsToken": true'],
    ['falsch', '"LogDownload": falsch', 'translatedFlag', '"LogDownload": false'],
    ['vrai', '"AccountsToken": vrai', 'translatedFlag', '"AccountsToken": true'],
    ['faux in quotes', '"LogDownload": "faux"', 'translatedFlag', '"LogDownload": false'],
    ['True', '"AccountsToken": True', 'translatedFlag', '"AccountsToken": true'],
    ['1 for true', '"AccountsToken": 1', 'translatedFlag', '"AccountsToken": true'],
    ['null', '"CityCode": null, "AutoFailover": true', 'nullValue', '"AutoFailover": true'],
    ['a field of another spelling', '"CItyCode": "555"', 'didYouMean', '"CityCode": "555"'],
    ['a field one letter off', '"AcountsToken": true', 'didYouMean', '"AccountsToken": true'],
    ['a field with letters exchanged', '"STUNHsot": "s.example"', 'didYouMean', '"STUNHost": "s.example"'],
    ['a field with blanks', '"Log Download": false', 'didYouMean', '"LogDownload": false'],
    ['a blank in a list', '"CityCode": "555, 777"', 'listBlank', '"CityCode": "555,777"'],
    ['a semicolon in a list', '"CityCode": "555;777"', 'listSeparator', '"CityCode": "555,777"'],
    ['a gap in a list', '"CityCode": "555,,777"', 'listGap', '"CityCode": "555,777"'],
    ['a number twice in a list', '"CityCode": "555,777,555"', 'listDuplicate', '"CityCode": "555,777"'],
    ['brackets in a list', '"CityCode": "(555)"', 'listLetter', '"CityCode": "555"'],
    ['a list in brackets', '"CityCode": ["555", 777]', 'listForText', '"CityCode": "555,777"'],
    ['a list without quotes', '"ExtensionLength": 3,4', 'bareText', '"ExtensionLength": "3,4"'],
    ['a range of lengths', '"ExtensionLength": "3-5"', 'lengthRange', '"ExtensionLength": "3,4,5"'],
    ['a number that begins with 0', '"LongDistancePrefix": 011', 'bareText', '"LongDistancePrefix": "011"'],
    ['a prefix with a hyphen', '"OutsidePrefix": "9-"', 'prefixInvalid', '"OutsidePrefix": "9"'],
    [
      'a port with a blank',
      '"STUNHost": "s.example", "STUNPort": "3479 "',
      'portInvalid',
      '"STUNHost": "s.example", "STUNPort": "3479"',
    ],
    ['a STUN host with its scheme', '"STUNHost": "stun:s.example"', 'hostInvalid', '"STUNHost": "s.example"'],
    ['a path without /', '"WebSocketPath": "sip"', 'pathInvalid', '"WebSocketPath": "/sip"'],
    ['a tab inside quotes', '"AccountsClientId": "a\tb"', 'controlCharacter', '"AccountsClientId": "a\\tb"'],
  ])('%s is refused, and mended', (_, wrong, code, right) => {
    const text = makeServer(wrong);
    expect(parseProfile(text).ok).toBe(false);
    expect(codesOf(text)).toContain(code);
    expect(loadsMended(text, makeServer(right))).toBe(true);
  });

  it('a number without quotes is simply accepted', () => {
    const text = makeServer(
      '"STUNHost": "s.example", "STUNPort": 3479, "ExtensionLength": 4, "OutsidePrefix": 9',
    );
    expect(parseProfile(text)).toMatchObject({
      ok: true,
      warnings: [],
      profiles: [
        {
          iceServers: [{ urls: 'stun:s.example:3479' }],
          rules: { extensionLengths: [4], outsidePrefix: '9' },
        },
      ],
    });
  });
});

describe('a value of which we are not sure', () => {
  it.each([
    ['a letter in a list', '"CityCode": "555,7a7"', 'listLetter'],
    ['a blank that may stand for a comma', '"CityCode": "555 777"', 'listBlank'],
    ['a length that no number can have', '"NationalLength": "10,99"', 'lengthImpossible'],
    ['an extension of no digits', '"ExtensionLength": "0"', 'lengthImpossible'],
    ['a country code of four digits', '"CountryCode": "4917"', 'countryCodeInvalid'],
    ['a letter in a prefix', '"OutsidePrefix": "O"', 'prefixInvalid'],
    ['a port that is none', '"STUNHost": "s.example", "STUNPort": "65536"', 'portInvalid'],
    ['another transport', '"TURNTransport": "sctp"', 'transportInvalid'],
    ['a flag that is no flag', '"AccountsToken": "perhaps"', 'wrongFlag'],
    ['a flag for a text', '"OutsidePrefix": true', 'wrongText'],
    ['an object for a text', '"OutsidePrefix": {}', 'wrongText'],
    ['a field twice with two values', '"CityCode": "555", "CityCode": "777"', 'duplicateKey'],
    ['a text that is far too long', `"OutsidePrefix": "${'9'.repeat(5000)}"`, 'tooLong'],
    ['a value that is missing', '"OutsidePrefix": ', 'valueMissing'],
    ['an escape that JSON does not have', '"AccountsClientId": "a\\qb"', 'badEscape'],
  ])('%s is refused without a fix', (_, wrong, code) => {
    const problem = problemsOf(makeServer(wrong)).find((one) => one.code === code);
    expect(problem?.severity).toBe('error');
    expect(problem?.fix).toBeUndefined();
    expect(parseProfile(mend(makeServer(wrong))).ok).toBe(false);
  });

  it.each([
    ['a country code that nobody has', '"CountryCode": "10"', 'countryCodeUnknown'],
    ['a field that does not exist', '"Colour": "red"', 'unknownKey'],
    ['a gateway twice', '"SecondaryAddress": "west.example.com"', 'gatewayTwice'],
    ['a relay without password', '"TURNHost": "t.example"', 'turnCredentials'],
  ])('%s is a warning', (_, more, code) => {
    expect(parseProfile(makeServer(more))).toMatchObject({ ok: true, warnings: [{ code }] });
  });
});

describe('servers that cannot be told apart or reached', () => {
  const list = (servers: string) => `{"IP_Office_Server_Profile": [${servers}]}`;

  it('two with one name are refused, with the place of the second', () => {
    const text = list('{"Name": "A", "Address": "a.example"},\n{"Name": "A ", "Address": "b.example"}');
    expect(problemsOf(text)).toMatchObject([
      {
        code: 'nameTwice',
        line: 2,
        column: 10,
        path: 'IP_Office_Server_Profile[1].Name',
        args: { line: '1' },
      },
    ]);
  });

  it.each([
    ['no name', '{"Address": "a.example"}', 'missing', 'IP_Office_Server_Profile[0].Name'],
    ['no address', '{"Name": "A"}', 'missing', 'IP_Office_Server_Profile[0].Address'],
    [
      'an empty name',
      '{"Name": " ", "Address": "a.example"}',
      'emptyText',
      'IP_Office_Server_Profile[0].Name',
    ],
    ['no object', '"a.example"', 'profileNotObject', 'IP_Office_Server_Profile[0]'],
    ['no server at all', '', 'listEmpty', 'IP_Office_Server_Profile'],
  ])('%s', (_, servers, code, path) => {
    expect(problemsOf(list(servers))).toMatchObject([{ severity: 'error', code, path }]);
  });
});

describe('what is no profile at all', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['a sentence', 'Please find the profile attached.', 'notJson'],
    ['a web page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'html'],
    ['a web page after a byte order mark', '\ufeff  <html lang="en">', 'html'],
    ['a list', '[1, 2]', 'rootNotObject'],
    ['an empty object', '{}', 'rootKeyMissing'],
    ['a server without its list', '{"Name": "A", "Address": "a.example"}', 'rootKeyMissing'],
    ['a settings file', 'SET SIPDOMAIN example.com\n', 'settingsFile'],
    ['a list of settings files', '{"Client_Settings_File_Address": []}', 'settingsFileList'],
    ['a public key', '{"systemId": "1", "publicKey": "MFk", "alg": "ES256", "description": ""}', 'publicKey'],
    ['10 MB of blanks', ' '.repeat(10 * 1024 * 1024), 'tooBig'],
    ['10 MB of profile', `{"IP_Office_Server_Profile": [${'{},'.repeat(3_500_000)}`, 'tooBig'],
    ['lists nested 100,000 deep', '['.repeat(100_000), 'tooDeep'],
    ['objects nested 100,000 deep', `{"a":`.repeat(100_000), 'tooDeep'],
  ])('%s gets one clear message', (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
    expect(parseProfile(mend(text)).ok).toBe(false);
  });

  it('a document cut off in the middle is not completed by guessing', () => {
    expect(parseProfile(mend('{"IP_Office_Server_Profile": [{"Name": "A", "Address": "west.exa')).ok).toBe(
      false,
    );
  });

  it('__proto__ as a name of a field is refused and touches nothing', () => {
    const text = makeServer('"__proto__": {"AccountsToken": true}');
    expect(problemsOf(text)).toMatchObject([{ severity: 'error', code: 'forbiddenKey' }]);
    expect(loadsMended(text)).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'AccountsToken')).toBe(false);
  });

  it('a thousand faults are enough', () => {
    const problems = problemsOf(makeServer(`"x": [${"'a',".repeat(5000)}]`));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.code).toBe('tooMany');
  });
});
