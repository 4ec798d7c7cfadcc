import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkProfile } from './check-profile';
import { type Outcome, runProgram, spawnScript } from './run-program';

const SAMPLES = 'src/core/profile/samples';

const parsed = ({ lines, ...rest }: Outcome) => ({ ...rest, lines: lines.map((line) => JSON.parse(line)) });
const run = async (words: readonly string[], input?: string) =>
  parsed(await runProgram(checkProfile, words, input));

describe('npm run profile', () => {
  it('accepts a profile and prints every default', async () => {
    const { status, lines } = await run([`${SAMPLES}/ipoffice-single.json`]);
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0].profiles).toMatchObject([
      {
        Kind: 'ip-office',
        Name: 'Head Office',
        Address: 'primary.example.com',
        LogDownload: true,
        DialRule: null,
        WebSocketPort: 9443,
        VoicemailNumber: '*17',
        Gateways: ['wss://primary.example.com:9443/ws'],
      },
    ]);
  });

  it('refuses a sample as it is printed, one line for each problem, and prints no profile', async () => {
    const { status, lines } = await run([`${SAMPLES}/as-printed-fr.txt`]);
    expect(status).toBe(1);
    expect(lines).toHaveLength(5);
    expect(Object.keys(lines[0])).toEqual([
      'severity',
      'line',
      'column',
      'path',
      'message',
      'expected',
      'found',
      'fix',
    ]);
    expect(lines[4]).toMatchObject({
      severity: 'error',
      line: 6,
      column: 24,
      expected: 'true',
      found: 'vrai',
    });
  });

  it('mends it on request, prints what was wrong, and leaves the file alone', async () => {
    const before = readFileSync(`${SAMPLES}/as-printed-de.txt`, 'utf8');
    const { status, lines } = await run([`${SAMPLES}/as-printed-de.txt`, '--mend']);
    expect(status).toBe(0);
    expect(lines).toHaveLength(13);
    expect(lines.at(-1).profiles).toMatchObject([{ Name: 'West' }, { Name: 'Ost' }]);
    expect(JSON.parse(lines.at(-1).mended).IP_Office_Server_Profile[1].Address).toBe('east.example.com');
    expect(readFileSync(`${SAMPLES}/as-printed-de.txt`, 'utf8')).toBe(before);
  });

  it('reads standard input, and gives warnings with status 0', async () => {
    const { status, lines } = await run(
      ['-'],
      readFileSync(`${SAMPLES}/aura-internal-external.json`, 'utf8'),
    );
    expect(status).toBe(0);
    expect(lines.map(({ severity }) => severity)).toEqual(['warning', 'warning', undefined]);
  });

  it('takes a settings file and the special file beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    writeFileSync(join(folder, '46xxsettings.txt'), readFileSync(`${SAMPLES}/46xxsettings.txt`));
    writeFileSync(join(folder, '46xxspecials.txt'), 'SET PHNOL 5\n');
    const { status, lines } = await run([join(folder, '46xxsettings.txt')]);
    expect(status).toBe(0);
    expect(lines.at(-1).profiles).toMatchObject([
      { Address: '192.168.0.42', OutsidePrefix: '5', CountryCode: '44' },
    ]);
  });

  it('refuses what has no sure remedy even when asked to mend', async () => {
    const { status, lines } = await run(
      ['-', '--mend'],
      '{"IP_Office_Server_Profile": [{"Name": "A", "Address": "ws://pbx.example"}]}',
    );
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { severity: 'error', path: 'IP_Office_Server_Profile[0].Address', fix: null },
    ]);
  });

  it.each([[[]], [['/no/such/file']], [['.']], [['a', 'b']], [['--nonsense', 'a']]])(
    '%j is unreadable',
    async (words) => {
      const { status, stdout, stderr } = await run(words);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
    },
  );

  it('is a program: its arguments, standard input and output, and its exit status', async () => {
    const broken = '{"IP_Office_Server_Profile": [{"Name": "A"}]}';
    const { status, lines, stderr } = parsed(await spawnScript('profile.ts', ['-'], broken));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(lines).toMatchObject([{ severity: 'error', path: 'IP_Office_Server_Profile[0].Address' }]);
  }, 30_000);
});
