import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import { settingsVersion } from './migrations';
import { exportSettings, importSettings, type PortableSettings } from './portable-settings';
import { automatic } from './server-choice';

const now = 1_800_000_000_000;
const text = '{\n  "IP_Office_Server_Profile": [{ "Name": "West", "Address": "west.example.com" }]\n}\n';
const relay = `{
  "IP_Office_Server_Profile": [{
    "Name": "West", "Address": "west.example.com",
    "TURNHost": "relay.example.com", "TURNUser": "offhook", "TURNPassword": "hush-hush"
  }]
}`;
const settings: PortableSettings = {
  account: { server: automatic, extension: '201' },
  sources: {
    address: { url: 'https://phones.example.com/a.json', pick: 'West', copy: null, failing: null },
    file: { name: 'profile.json', text, takenAt: now },
    paste: { text, takenAt: now, preferences: { autoAnswer: true, codecs: { opus: true } } },
  },
  ownRules: { ...EMPTY_DIAL_RULES, countryCode: '49', cityCodes: ['30'], extensionLengths: [3] },
};
const problemsOf = (written: string) => {
  const imported = importSettings(written, now);
  return imported.ok ? [] : imported.problems.map(({ path, why }) => [path, why]);
};
const file = (content: object, version = settingsVersion) =>
  JSON.stringify({ offhook: 'settings', version, settings: content });

describe('settings as a file', () => {
  it('come back as they went out', () => {
    expect(importSettings(exportSettings(settings), now)).toEqual({ ok: true, settings });
    expect(importSettings(exportSettings({}), now)).toEqual({ ok: true, settings: {} });
  });

  it('hold no secret, wherever it was', () => {
    const kept = {
      ...settings,
      account: { server: automatic, extension: '201', isSignedIn: true, password: 'hush-hush' },
      sources: {
        address: {
          url: 'https://a.example.com/',
          pick: null,
          copy: { text: relay, takenAt: 1 },
          failing: null,
        },
        file: { name: 'relay.json', text: relay, takenAt: now },
        paste: { text: relay.replace('TURNHost', 'STUNHost'), takenAt: now },
      },
      rememberedSecret: { iv: 'hush-hush', sealed: 'hush-hush' },
      instanceId: 'hush-hush',
    };
    const written = exportSettings(kept);
    expect(written).not.toMatch(/hush|password|TURNPassword|sealed|instanceId/);
    const imported = importSettings(written, now);
    if (!imported.ok) throw new Error('not imported');
    const server = JSON.parse(relay).IP_Office_Server_Profile[0];
    const { TURNPassword: _, ...rest } = server;
    expect(JSON.parse(imported.settings.sources?.file?.text ?? '')).toEqual({
      IP_Office_Server_Profile: [rest],
    });
    expect(imported.settings.sources?.paste?.text).toContain('"STUNHost": "relay.example.com"');
  });

  it.each<[string, string, [string, string][]]>([
    ['no JSON', '{', [['', 'not-json']]],
    ['a profile', text, [['', 'not-settings']]],
    ['a list', '[]', [['', 'not-settings']]],
    ['settings of a newer version', file({}, settingsVersion + 1), [['version', 'newer']]],
    ['far too much', ' '.repeat(5_000_000), [['', 'too-big']]],
    [
      'several mistakes',
      file({
        account: { server: { kind: 'fastest' }, extension: '2 01' },
        ownRules: { ...EMPTY_DIAL_RULES, countryCode: '+49' },
        password: 'hush-hush',
      }),
      [
        ['settings.account.server.kind', 'wrong'],
        ['settings.account.extension', 'wrong'],
        ['settings.ownRules.countryCode', 'wrong'],
        ['settings.password', 'wrong'],
      ],
    ],
    [
      'a document that is refused',
      file({ sources: { paste: { text: '{' } } }),
      [['settings.sources.paste.text', 'bad-document']],
    ],
    [
      'an address that is not safe',
      file({ sources: { address: { url: 'http://phones.example.com/', pick: null } } }),
      [['settings.sources.address.url', 'bad-address']],
    ],
  ])('that are %s are refused, with every reason', (_, written, problems) => {
    expect(problemsOf(written)).toEqual(problems);
  });

  it('never fail to be read, whatever the file holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((object) => file(object)),
        ),
        (written) => {
          const imported = importSettings(written, now);
          if (!imported.ok) expect(imported.problems).not.toHaveLength(0);
        },
      ),
    );
  });
});
