import { describe, expect, it } from 'vitest';
import { type AddressReading, afterReading, type Fetched, type FetchText, readAddressText } from './address';
import { readAddress } from './read-address';
import type { AddressSource } from './sources';

const url = 'https://phones.example.com/folder/offhook.json';
const profile = '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}]}';
const settings = [
  '## of an IP Office',
  'SET SIP_CONTROLLER_LIST "192.0.2.5:5061;transport=tls"',
  'SET SIPDOMAIN "example.com"',
  'SOMETHING ELSE',
  'GET more.txt',
].join('\n');
const listOf = (...names: string[]) =>
  JSON.stringify({
    Client_Settings_File_Address: names.map((name) => ({
      Profile_Name: name,
      Client_Settings_File_Url: `https://${name.toLowerCase()}.example.com/46xxsettings.txt`,
    })),
  });

/** A network of these texts, and what was asked of it. */
function makeNetwork(texts: Record<string, string | Fetched>) {
  const asked: string[] = [];
  const fetchText: FetchText = async (target, { staysOnHost }) => {
    asked.push(staysOnHost ? `${target} (same host)` : target);
    const found = texts[target];
    if (typeof found === 'string') return { ok: true, text: found };
    return found ?? { ok: false, why: 'status', status: 404 };
  };
  return { asked, fetchText };
}

describe('an address', () => {
  it.each([
    ['phones.example.com/offhook.json', 'https://phones.example.com/offhook.json'],
    [' https://phones.example.com/a?b=c#d ', 'https://phones.example.com/a?b=c'],
    ['http://127.0.0.1:8080/a.json', 'http://127.0.0.1:8080/a.json'],
    ['http://localhost/a.json', 'http://localhost/a.json'],
  ])('may be written as %s', (written, read) => {
    expect(readAddressText(written)).toEqual({ ok: true, url: read });
  });

  it.each([
    ['', 'not-an-address'],
    ['two words', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['http://phones.example.com/a.json', 'not-https'],
    ['ftp://phones.example.com/a.json', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript://x/%0aalert(1)', 'not-https'],
    ['https://me:secret@phones.example.com/a.json', 'credentials'],
  ])('may not be %j', (written, why) => {
    expect(readAddressText(written)).toEqual({ ok: false, why });
  });
});

describe('what an address serves', () => {
  it('is a profile', async () => {
    const { fetchText } = makeNetwork({ [url]: profile });
    expect(await readAddress({ url, pick: null }, fetchText)).toMatchObject({
      kind: 'profile',
      text: profile,
      profiles: [{ name: 'West' }],
    });
  });

  it('is a settings file, which may lead to another one on the same host only', async () => {
    const more = 'https://phones.example.com/folder/more.txt';
    const { asked, fetchText } = makeNetwork({ [url]: settings, [more]: 'SET PHNCC "44"' });
    const reading = await readAddress({ url, pick: null }, fetchText);
    expect(reading).toMatchObject({ kind: 'profile', profiles: [{ rules: { countryCode: '44' } }] });
    expect(reading.kind === 'profile' && reading.table?.notUnderstood).toMatchObject([
      { line: 4, text: 'SOMETHING ELSE' },
    ]);
    expect(asked).toEqual([url, `${more} (same host)`]);
  });

  it('cannot send us to another host', async () => {
    for (const target of ['https://evil.example.com/x.txt', '//evil.example.com/x.txt', '../../x.txt']) {
      const { asked, fetchText } = makeNetwork({ [url]: settings.replace('more.txt', target) });
      expect((await readAddress({ url, pick: null }, fetchText)).kind).toBe('profile');
      expect(asked).toEqual([url]);
    }
  });

  it('is a list, of which one is picked by its name', async () => {
    const { asked, fetchText } = makeNetwork({
      [url]: listOf('West', 'East'),
      'https://east.example.com/46xxsettings.txt': settings,
    });
    expect(await readAddress({ url, pick: null }, fetchText)).toMatchObject({
      kind: 'list',
      files: [{ name: 'West' }, { name: 'East' }],
    });
    const picked = await readAddress({ url, pick: 'East' }, fetchText);
    expect(picked).toMatchObject({ kind: 'profile', profiles: [{ name: 'East' }] });
    expect(await readAddress({ url, pick: 'North' }, fetchText)).toEqual({
      kind: 'failed',
      why: 'name-gone',
    });
    expect(asked).toContain('https://east.example.com/46xxsettings.txt');
  });

  it('is a settings file that a list elsewhere led to, and is called as the list calls it', async () => {
    const { fetchText } = makeNetwork({ [url]: settings });
    expect(await readAddress({ url, pick: 'East' }, fetchText)).toMatchObject({
      kind: 'profile',
      profiles: [{ name: 'East' }],
    });
  });

  it('is a list of one, where there is nothing to pick', async () => {
    const { fetchText } = makeNetwork({
      [url]: listOf('West'),
      'https://west.example.com/46xxsettings.txt': settings,
    });
    expect((await readAddress({ url, pick: null }, fetchText)).kind).toBe('profile');
  });

  it('is never a list of lists', async () => {
    const { fetchText } = makeNetwork({
      [url]: listOf('West'),
      'https://west.example.com/46xxsettings.txt': listOf('East'),
    });
    expect(await readAddress({ url, pick: null }, fetchText)).toEqual({ kind: 'failed', why: 'elsewhere' });
  });

  it.each([
    ['a public key', '{"systemId": "a", "publicKey": "b", "alg": "ES256"}', 'publicKey'],
    ['a page', '<!doctype html><title>Sign in</title>', 'html'],
    ['nothing', '', 'empty'],
  ])('may be %s, which is refused with its reason', async (_, text, code) => {
    const { fetchText } = makeNetwork({ [url]: text });
    expect(await readAddress({ url, pick: null }, fetchText)).toMatchObject({
      kind: 'refused',
      problems: [{ code }],
    });
  });

  it('may be an error', async () => {
    const { fetchText } = makeNetwork({});
    expect(await readAddress({ url, pick: null }, fetchText)).toEqual({
      kind: 'failed',
      why: 'status',
      status: 404,
    });
  });
});

describe('an address that is read again', () => {
  const source: AddressSource = { url, pick: null, copy: null, failing: null };
  const timeout: AddressReading = { kind: 'failed', why: 'timeout' };

  async function read(text: string): Promise<AddressReading> {
    return readAddress({ url, pick: null }, makeNetwork({ [url]: text }).fetchText);
  }

  it('keeps what it served and when', async () => {
    const good = afterReading(source, await read(profile), 10);
    expect(good).toEqual({ ...source, copy: { text: profile, takenAt: 10 } });
    expect(afterReading(good, await read(profile), 20).copy).toEqual({ text: profile, takenAt: 20 });
  });

  it('keeps its last good copy while it fails, and says since when it does and why', async () => {
    const good = afterReading(source, await read(profile), 10);
    const once = afterReading(good, timeout, 20);
    expect(once).toEqual({ ...good, failing: { since: 20, why: 'timeout' } });
    const twice = afterReading(once, { kind: 'failed', why: 'status', status: 503 }, 30);
    expect(twice).toEqual({ ...good, failing: { since: 20, why: 'status', status: 503 } });
    expect(afterReading(twice, await read(profile), 40).failing).toBeNull();
  });

  it('keeps its last good copy when a broken document takes its place', async () => {
    const good = afterReading(source, await read(profile), 10);
    const broken = afterReading(good, await read('{"IP_Office_Server_Profile": ['), 20);
    expect(broken.copy).toEqual(good.copy);
    expect(broken.failing).toMatchObject({ since: 20, why: 'refused' });
    expect(broken.failing?.problems).not.toHaveLength(0);
  });

  it('says that a list needs a choice when nobody has made one', async () => {
    expect(afterReading(source, await read(listOf('West', 'East')), 10).failing?.why).toBe('not-chosen');
  });
});
