import { describe, expect, it } from 'vitest';
import { parseProfile } from './parse-profile';
import { DESKTOP_VARIABLES } from './run-settings-file';
import { makeSample } from './samples';
import { parseSettingsFile } from './settings-file';
import { parseSettingsFileList } from './settings-file-list';

const TWO_LINES = 'SET SIP_CONTROLLER_LIST ipo.example.com\n';

function read(
  text: string,
  files: Record<string, string> = {},
  variables: Record<string, string> = DESKTOP_VARIABLES,
) {
  return parseSettingsFile(text, { variables, fetchFile: async (name) => files[name] ?? null });
}

async function rulesOf(text: string, files: Record<string, string> = {}) {
  const { result } = await read(TWO_LINES + text, files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.profiles[0]?.rules;
}

describe('a settings file that an IP Office writes', () => {
  it('becomes a profile', async () => {
    const { result, document } = await read(makeSample('46xxsettings.txt'));
    expect(result).toMatchObject({
      ok: true,
      profiles: [
        {
          kind: 'ip-office',
          name: 'ipo.example.com',
          gateways: ['wss://192.168.0.42:9443/ws', 'wss://192.168.0.43:9443/ws'],
          sipDomain: 'ipo.example.com',
          autoFailover: true,
          dialRule: 'profile',
          emergencyNumbers: ['999', '112', '101'],
          voicemailNumber: '*99',
          rules: {
            outsidePrefix: '0',
            countryCode: '44',
            cityCodes: ['1733'],
            pbxPrefix: '21',
            longDistancePrefix: '0',
            internationalPrefix: '00',
            extensionLengths: [3, 4],
            nationalLengths: [10],
            removeAreaCode: true,
            applyToPlusNumber: true,
          },
        },
      ],
    });
    expect(parseProfile(document)).toMatchObject({ ok: true, profiles: result.ok ? result.profiles : [] });
  });

  it('says what else it asks of a phone', async () => {
    expect((await read(makeSample('46xxsettings.txt'))).preferences).toEqual({
      contactMatchingMinDigits: 6,
      autoAnswer: false,
      codecs: { opus: true, g722: false },
      dtmfPayloadType: 101,
    });
  });

  it('tells which line gave which value, and keeps passwords to itself', async () => {
    const { rows } = await read(makeSample('46xxsettings.txt'));
    const row = (line: number) => rows.find((one) => one.line === line);
    expect(row(11)).toMatchObject({ name: 'SIP_CONTROLLER_LIST', used: 'Address', isOverridden: false });
    expect(row(13)).toMatchObject({ name: 'PHNOL', value: '9', used: null, isOverridden: true });
    expect(row(33)).toMatchObject({ name: 'PHNOL', value: '0', used: 'OutsidePrefix', isOverridden: false });
    expect(row(18)).toMatchObject({ name: 'PHNDPLENGTH', used: null });
    expect(row(29)).toMatchObject({ name: 'ENABLE_OPUS', used: 'codecs.opus' });
    expect(row(7)).toBeUndefined();
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  it('tells which lines are not understood and what was normalised, each at its line', async () => {
    const { result, notUnderstood } = await read(makeSample('46xxsettings.txt'));
    expect(notUnderstood).toMatchObject([{ line: 40, text: 'What is this' }]);
    expect(result.ok && result.warnings.map(({ code, line, path }) => [code, line, path])).toEqual([
      ['countryCodePrefix', 14, 'PHNCC'],
      ['areaCodeTrunk', 15, 'DIALPLANAREACODE'],
      ['listBlank', 17, 'DIALPLANEXTENSIONLENGTHLIST'],
      ['settingsGet', 38, ''],
      ['settingsLine', 40, ''],
    ]);
  });

  it('leads a desk telephone to other lines', async () => {
    const { rows, result } = await read(
      makeSample('46xxsettings.txt'),
      {},
      { ...DESKTOP_VARIABLES, MODEL4: 'J139' },
    );
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['PHNOL', '7'],
      ['COUNTRY', 'uk'],
    ]);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'settingsNoServer', args: { model: 'J139' } }, {}, {}],
    });
  });

  it('gives the special file the last word, and ends with it', async () => {
    const files = { '46xxspecials.txt': 'SET PHNOL 5\nSET PHNLD 05x\n' };
    const { rows, result } = await read(makeSample('46xxsettings.txt'), files);
    expect(rows.at(-2)).toMatchObject({
      file: '46xxspecials.txt',
      line: 1,
      name: 'PHNOL',
      used: 'OutsidePrefix',
    });
    expect(rows.some(({ name }) => name === 'COUNTRY')).toBe(false);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.problems.at(-1)).toMatchObject({
      code: 'prefixInvalid',
      file: '46xxspecials.txt',
      path: 'PHNLD',
      line: 2,
      column: 11,
    });
  });
});

describe('a line of a settings file', () => {
  it.each([
    ['SET PHNOL 9', '9'],
    ['SET PHNOL "9"', '9'],
    ["  set phnol '9'", '9'],
    ['SET\tPHNOL\t9 ## outside line', '9'],
    ['SET PHNOL 9\r', '9'],
    ['SET PHNOL " "', ''],
    ['SET PHNOL', ''],
    ['## SET PHNOL 9', ''],
    ['# SET PHNOL 9', ''],
    ['SET PHNOL 8\nSET PHNOL 9', '9'],
    ['GOTO A\nSET PHNOL 8\n# A\nSET PHNLD 1', ''],
    ['IF $MODEL4 SEQ ACW GOTO A\nSET PHNOL 8\n# A', ''],
    ['IF $MODEL4 SEQ "acm" GOTO A\nSET PHNOL 8\n# A', '8'],
    ['IF $NOWHERE SEQ "" GOTO A\nSET PHNOL 8\n# A', '8'],
    ['SET GROUP 7\nIF $GROUP SEQ 7 GOTO A\nSET PHNOL 8\n# A', ''],
    ['GOTO NOWHERE\nSET PHNOL 8', ''],
  ])('%j makes the outside prefix %j', async (line, outsidePrefix) => {
    expect((await rulesOf(line))?.outsidePrefix).toBe(outsidePrefix);
  });

  it.each([
    ['ENHDIALSTAT 0', 'off'],
    ['ENHDIALSTAT 1', 'profile'],
    ['ENHDIALSTAT 2', 'profile'],
    ['PHNOL 9', 'profile'],
    ['COUNTRY uk', 'off'],
  ])('SET %s leaves the dial rules %s', async (setting, dialRule) => {
    const { result } = await read(`${TWO_LINES}SET ${setting}`);
    expect(result).toMatchObject({ ok: true, profiles: [{ dialRule }] });
  });

  it.each([
    ['ipo.example.com', ['wss://ipo.example.com:9443/ws']],
    ['ipo.example.com:8443;transport=wss', ['wss://ipo.example.com:8443/ws']],
    ['ws://ignored', undefined],
    ['[2001:db8::1]:5061;transport=tls', ['wss://[2001:db8::1]:9443/ws']],
    ['"127.0.0.1:8088;transport=ws"', ['ws://127.0.0.1:8088/ws']],
  ])('the controller %s', async (value, gateways) => {
    const { result } = await read(`SET SIP_CONTROLLER_LIST ${value}`);
    expect(result.ok ? result.profiles[0]?.gateways : undefined).toEqual(gateways);
  });

  it('with an impossible value is left out, with a warning', async () => {
    const { result, preferences } = await read(
      `${TWO_LINES}SET DTMF_PAYLOAD_TYPE 200\nSET AUTO_ANSWER maybe`,
    );
    expect(preferences).toEqual({ codecs: {} });
    expect(result).toMatchObject({
      ok: true,
      warnings: [
        { code: 'settingsValue', line: 2 },
        { code: 'settingsValue', line: 3 },
      ],
    });
  });

  it.each(['http://evil.example/x.txt', '//evil.example/x.txt', '../x.txt', 'a\\b'])(
    'never gets %s',
    async (name) => {
      const asked: string[] = [];
      const fetchFile = async (file: string) => {
        asked.push(file);
        return '';
      };
      await parseSettingsFile(`${TWO_LINES}GET ${name}`, { variables: {}, fetchFile });
      expect(asked).toEqual([]);
    },
  );

  it('that got a sign-in page for a file goes on without it', async () => {
    expect(
      (await rulesOf('GET a.txt\nSET PHNOL 9', { 'a.txt': '<html>Sign in</html>' }))?.outsidePrefix,
    ).toBe('9');
  });
});

describe('a settings file without an end', () => {
  it.each([
    ['goes back to the same line', '# A\nSET PHNOL 9\nGOTO A'],
    ['goes back and forth', '# A\nGOTO B\n# B\nGOTO A'],
  ])('%s, and is left', async (_, text) => {
    const { result } = await read(TWO_LINES + text);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.problems.some(({ code }) => code === 'settingsEndless')).toBe(true);
  });

  it('gets itself, and is left', async () => {
    const text = `${TWO_LINES}GET a.txt`;
    const { result } = await read(text, { 'a.txt': text });
    expect(result).toMatchObject({ ok: true, warnings: [{ code: 'settingsGet', file: 'a.txt' }] });
  });
});

describe('what is no settings file', () => {
  it.each([
    ['<html></html>', 'html'],
    ['', 'empty'],
    ['{"IP_Office_Server_Profile": []}', 'notSettings'],
    [' '.repeat(2_000_000), 'tooBig'],
  ])('%#. is refused', async (text, code) => {
    expect((await read(text)).result).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe('a list of settings files', () => {
  it('leads to their addresses', () => {
    const text = `{"Client_Settings_File_Address": [
      {"Profile_Name": "Office", "Client_Settings_File_Url": "https://ipo.example.com/46xxsettings.txt"},
      {"Client_Settings_File_Url": "http://127.0.0.1:8080/46xxsettings.txt"}]}`;
    expect(parseSettingsFileList(text)).toEqual({
      ok: true,
      files: [
        { name: 'Office', url: 'https://ipo.example.com/46xxsettings.txt' },
        { name: '127.0.0.1', url: 'http://127.0.0.1:8080/46xxsettings.txt' },
      ],
    });
  });

  it.each([
    [
      '{"Client_Settings_File_Address": [{"Client_Settings_File_Url": "http://ipo.example.com/x"}]}',
      'settingsListUrl',
    ],
    ['{"Client_Settings_File_Address": []}', 'listEmpty'],
    ['{"Client_Settings_File_Address": ["x"]}', 'profileNotObject'],
    ['{}', 'listEmpty'],
    ['nothing', 'notJson'],
  ])('%s is refused', (text, code) => {
    expect(parseSettingsFileList(text)).toMatchObject({ ok: false, problems: [{ severity: 'error', code }] });
  });
});
