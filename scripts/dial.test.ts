import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainDialling } from './explain-dialling';
import { runProgram, spawnScript } from './run-program';

const DENVER = {
  Name: 'Denver',
  Address: 'denver.example.com',
  DialRule: true,
  OutsidePrefix: '9',
  CountryCode: '1',
  CityCode: '303',
  PbxPrefix: '538',
  LongDistancePrefix: '1',
  InternationalPrefix: '011',
  ExtensionLength: '5',
  NationalLength: '10',
  RemoveAreaCode: true,
  ApplyToPlusNumber: true,
  EmergencyNumbers: '5550',
};
const { DialRule: _, ...OFF } = { ...DENVER, Name: 'Off', Address: 'off.example.com' };
const OWN = { ...DENVER, Name: 'Own', Address: 'own.example.com', DialRule: false, OutsidePrefix: '8' };

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dial-'));
  file = join(folder, 'profile.json');
  writeFileSync(file, JSON.stringify({ IP_Office_Server_Profile: [DENVER, OFF, OWN] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (words: readonly string[], input?: string) => runProgram(explainDialling, words, input);

const sentOf = (lines: readonly string[]) => lines.map((line) => JSON.parse(line).sent);

describe('npm run dial', () => {
  it('prints one line for each number, with the steps and the fields that caused them', async () => {
    const { status, lines } = await run(['--profile', file, '+44 20 7946 0018', '212-555-0123,,789', '5550']);
    expect(status).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      typed: '+44 20 7946 0018',
      sent: '9011442079460018',
      dtmf: '',
      emergency: false,
      steps: [
        { order: 8, code: 'other-country', field: 'CountryCode', value: '1', text: 'not your country' },
        { order: 8, code: 'prefix', field: 'OutsidePrefix', value: '9', text: '9' },
        { order: 8, code: 'prefix', field: 'InternationalPrefix', value: '011', text: '011' },
        { order: 8, code: 'number', field: null, value: '442079460018', text: '442079460018' },
      ],
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ sent: '912125550123', dtmf: ',,789' });
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ sent: '5550', emergency: true });
    expect(lines).toHaveLength(3);
  });

  it('takes numbers from standard input, one a line', async () => {
    const { status, lines } = await run(
      ['--profile', file],
      '538-1234\r\n\n911\n\u202a+1 303 555 0142\u202c',
    );
    expect(status).toBe(0);
    expect(sentOf(lines)).toEqual(['81234', '', '911', '95550142']);
  });

  it('takes the server of the given name, where rules may be off, or for each person to change', async () => {
    expect(sentOf((await run(['--profile', file, '--name', 'Off', '(123) 456-7890'])).lines)).toEqual([
      '1234567890',
    ]);
    expect(sentOf((await run(['--profile', file, '--name', 'Own', '--', '411'])).lines)).toEqual(['8411']);
  });

  it('refuses a profile with every problem and its place, and prints no number', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"IP_Office_Server_Profile": [{"Name": "A"}]}');
    const { status, lines, stderr } = await run(['--profile', broken, '411']);
    expect({ status, lines }).toEqual({ status: 1, lines: [] });
    expect(stderr).toMatch(/broken\.json:1:\d+: error: .*Address/);
  });

  it.each([
    ['a file that is not there', () => ['--profile', join(folder, 'none.json'), '411']],
    ['a server that is not there', () => ['--profile', file, '--name', 'Nowhere', '411']],
    ['no profile at all', () => ['411']],
    ['an option that does not exist', () => ['--profile', file, '--loud', '411']],
  ])('ends with status 2 for %s', async (_case, words) => {
    const { status, lines, stderr } = await run(words());
    expect({ status, lines }).toEqual({ status: 2, lines: [] });
    expect(stderr).not.toBe('');
  });

  it('says how it is used', async () => {
    const { status, lines } = await run(['--help']);
    expect(status).toBe(0);
    expect(lines.join('\n')).toContain('DialRule false: each person sets their own');
  });

  it('is a program: its arguments, standard input and output, and problems on standard error', async () => {
    const warned = JSON.stringify({ IP_Office_Server_Profile: [DENVER, OWN], Unheard: 1 });
    const numbers = await spawnScript('dial.ts', ['--profile', '-', '--name', 'Own', '411'], warned);
    expect({ ...numbers, sent: sentOf(numbers.lines) }).toMatchObject({ status: 0, sent: ['8411'] });
    expect(numbers.stderr).toMatch(/^-:1:\d+: warning: .*Unheard/);
  }, 30_000);
});
