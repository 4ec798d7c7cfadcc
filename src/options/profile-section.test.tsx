import '../ui/fake-i18n';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProfileDocument } from '../bus/protocol';
import { parseProfile } from '../core/profile/parse-profile';
import { noPolicy } from '../core/settings/policy';
import { documentInForce, type Sources } from '../core/settings/sources';
import { speak } from '../ui/fake-i18n';
import type { PageState } from '../ui/page-state';
import { ProfileSection } from './profile-section';

const text = '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}]}';
const copy = { text, takenAt: Date.parse('2026-03-02T10:00:00') };
const address = { url: 'https://phones.example.com/offhook.json', pick: null, copy, failing: null };

let used: ProfileDocument[];
let did: string[];
const intents = {
  useProfile: async (document: ProfileDocument) => {
    used.push(document);
    return true;
  },
  forgetProfile: async () => true,
  forgetSource: async (source: string) => did.push(`forget ${source}`) > 0,
  useAddress: async () => true,
  refreshProfile: async () => did.push('refresh') > 0,
};
const read = async (text: string) => {
  const result = parseProfile(text);
  return result.ok ? result.profiles : null;
};
const drawn = () => new Promise((resolve) => setTimeout(resolve));
async function draw(sources: Sources, policy: PageState['policy'] = noPolicy): Promise<void> {
  const profile = (await documentInForce(sources, read)) ?? undefined;
  render(<ProfileSection state={{ sources, policy, profile }} intents={intents} />, document.body);
  await drawn();
}
const shown = () => document.body.textContent ?? '';
const button = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
async function paste(written: string): Promise<void> {
  const field = document.querySelector('textarea');
  if (!field) throw new Error('no field to paste into');
  field.value = written;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  await drawn();
}

beforeEach(() => {
  speak('en');
  used = [];
  did = [];
  render(null, document.body);
});

describe('the document in force', () => {
  it('says that it is from a file, which one and since when', async () => {
    await draw({ file: { ...copy, name: 'office.json' } });
    expect(shown()).toContain('From the file office.json, opened: 3/2/26, 10:00');
  });

  it('says that it is from an address, and when it was fetched last', async () => {
    await draw({ address });
    expect(shown()).toContain('From https://phones.example.com/offhook.json');
    expect(shown()).toContain('Last fetched: 3/2/26, 10:00');
    button('Fetch now')?.click();
    button('Stop using this address')?.click();
    await drawn();
    expect(did).toEqual(['refresh', 'forget address']);
  });

  it('says since when its address fails, why, and which copy is in force', async () => {
    const failing = { since: Date.parse('2026-03-03T11:00:00'), why: 'timeout' } as const;
    await draw({ address: { ...address, failing } });
    expect(shown()).toContain('did not answer within ten seconds. This has been so since 3/3/26, 11:00');
    expect(shown()).toContain('The copy of 3/2/26, 10:00');
  });

  it('lists what is wrong with what its address serves now', async () => {
    const result = parseProfile('{"IP_Office_Server_Profile": [{"Name": "West"}]}');
    const problems = result.ok ? [] : result.problems;
    await draw({ address: { ...address, failing: { since: copy.takenAt, why: 'refused', problems } } });
    expect(shown()).toContain('IP_Office_Server_Profile[0].Address');
  });

  it('has behind it what the person loaded before', async () => {
    await draw({ address, paste: copy });
    expect(shown()).toContain('Also kept, but not in force');
    button('Forget this one')?.click();
    expect(did).toEqual(['forget paste']);
  });

  it('says what another one would replace', async () => {
    await draw({ address });
    expect(shown()).not.toContain('Offhook forgets this one');
    await paste(text);
    expect(shown()).toContain('Offhook forgets this one: From https://phones.example.com/offhook.json');
  });
});

describe("the administrator's document", () => {
  it('is shown as locked, with no way to change it', async () => {
    await draw({ policy: { kind: 'text', copy, problems: [] }, paste: copy });
    expect(shown()).toContain('Set by your administrator');
    expect(shown()).toContain('It cannot be changed here.');
    expect(document.querySelector('textarea')).toBeNull();
    expect(button('Edit what is in force')).toBeUndefined();
    expect(button('Forget this profile')).toBeUndefined();
  });

  it('can be fetched again by anybody when it is from an address, but not given up', async () => {
    await draw({ policy: { kind: 'address', ...address } });
    expect(button('Fetch now')).toBeDefined();
    expect(button('Stop using this address')).toBeUndefined();
  });

  it('is told with all that is wrong with it and with the policy', async () => {
    const result = parseProfile('{');
    const problems = result.ok ? [] : result.problems;
    const policy = {
      ...noPolicy,
      server: { kind: 'named', name: 'South' } as const,
      faults: [{ name: 'ProfileAddress', why: 'overruled' } as const],
    };
    await draw({ policy: { kind: 'text', copy, problems } }, policy);
    expect(shown()).toContain('has errors and is not used');
    expect(shown()).toContain('The policy ProfileAddress counts for nothing');
    expect(shown()).toContain('wants the server “South”');
    expect(document.querySelectorAll('.problem')).toHaveLength(problems.length);
  });
});

describe('a settings file that is pasted', () => {
  it('becomes a profile, with the line of each value and those that were not understood', async () => {
    await draw({});
    const sample = readFileSync('src/core/profile/samples/46xxsettings.txt', 'utf8');
    await paste(`${sample}\nNOBODY KNOWS THIS\n`);
    await vi.waitFor(() => expect(button('Use this profile')).toBeDefined());
    expect(document.querySelector('textarea')).toBeNull();
    const [first] = document.querySelectorAll('.settings-file tbody tr');
    expect([...(first?.children ?? [])].map(({ textContent }) => textContent)).toHaveLength(4);
    expect(shown()).toContain('NOBODY KNOWS THIS');
    button('Use this profile')?.click();
    await drawn();
    expect(used[0]?.profiles).toHaveLength(1);
    expect(parseProfile(used[0]?.text ?? '').ok).toBe(true);
    expect(shown()).toContain('The profile is in force.');
  });

  it('that cannot be used says why, and can be thrown away', async () => {
    await draw({});
    await paste('SET PHNCC "44"\n');
    await vi.waitFor(() => expect(shown()).toContain('This settings file cannot be used.'));
    expect(button('Use this profile')).toBeUndefined();
    button('Discard')?.click();
    await drawn();
    expect(document.querySelector('textarea')?.value).toBe('');
  });
});

it('lets people choose from a pasted list of settings files', async () => {
  await draw({});
  const entry = (name: string) => ({
    Profile_Name: name,
    Client_Settings_File_Url: `https://${name}.example.com/46xxsettings.txt`,
  });
  await paste(JSON.stringify({ Client_Settings_File_Address: [entry('west'), entry('east')] }));
  await vi.waitFor(() => expect(button('west')).toBeDefined());
  expect(button('east')).toBeDefined();
});

it('tells where the public key of an Aura Web Gateway belongs', async () => {
  await draw({});
  await paste('{"systemId": "a", "publicKey": "MFkw", "alg": "ES256", "description": "gateway"}');
  await vi.waitFor(() =>
    expect(shown()).toContain(
      'This is the public key of an Aura Web Gateway. It belongs in the accounts portal',
    ),
  );
});
