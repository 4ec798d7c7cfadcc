import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../profile/field-names';
import { parseProfile } from '../profile/parse-profile';
import { noPolicy, type PolicyName } from './policy';
import { readPolicy } from './read-policy';

type Property = { type: string; properties?: Record<string, Property>; items?: Property };

const schema: Property = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
const manifest: { key: string; storage: { managed_schema: string } } = JSON.parse(
  readFileSync('manifest.json', 'utf8'),
);
const handbook = readFileSync('src/background/POLICY.md', 'utf8');

/** Those that say which document is in force and who signs in. */
const policies = [
  'Profile',
  'ProfileText',
  'ProfileAddress',
  'AutomaticServer',
  'ServerName',
  'Extension',
  'MayStaySignedIn',
] as const satisfies readonly PolicyName[];

/** A value of each kind that the schema knows. */
const samples: Record<string, unknown> = { object: { a: 1 }, string: 'a.example.com', boolean: false };

describe('the schema of the policy', () => {
  it('is the one that the manifest names', () => {
    expect(manifest.storage.managed_schema).toBe('managed_schema.json');
  });

  it.each(policies)('has the policy %s as it is read, and the handbook says what it does', (name) => {
    const value = samples[schema.properties?.[name]?.type ?? ''];
    const policy = readPolicy({ [name]: value });
    expect(policy.faults).toEqual([]);
    if (value !== false || name === 'MayStaySignedIn') expect(policy).not.toEqual(noPolicy);
    expect(readPolicy({ [name]: 7 }).faults).toEqual([{ name, why: 'wrong-kind' }]);
    expect(handbook).toContain(`| \`${name}\` |`);
  });

  it('has every field of a server, each of a kind that the parser takes', () => {
    const server = schema.properties?.Profile?.properties?.IP_Office_Server_Profile?.items;
    expect(Object.keys(server?.properties ?? {})).toEqual([...FIELDS]);
    for (const [name, { type }] of Object.entries(server?.properties ?? {})) {
      const servers = [{ Name: 'West', Address: 'a.example.com', [name]: type === 'boolean' ? true : 'x' }];
      const result = parseProfile(JSON.stringify({ IP_Office_Server_Profile: servers }));
      const codes = (result.ok ? result.warnings : result.problems).map(({ code }) => code);
      expect(
        codes.filter((code) => /^wrong/.test(code)),
        name,
      ).toEqual([]);
    }
  });
});

describe('the handbook for administrators', () => {
  it('names the extension as Chrome does', () => {
    const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
    const id = [...digest.slice(0, 32)]
      .map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)])
      .join('');
    const named = handbook.match(/\b[a-p]{32}\b/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    expect(new Set(named)).toEqual(new Set([id]));
  });

  it('has a policy file for Linux that works', () => {
    const file = JSON.parse(/```json\n([\s\S]*?)```/.exec(handbook)?.[1] ?? '');
    const [items] = Object.values<Record<string, unknown>>(file['3rdparty'].extensions);
    const policy = readPolicy(items ?? {});
    expect(policy).toMatchObject({ faults: [], server: { kind: 'automatic' } });
    expectGood(policy.document);
  });

  it('has values for the registry of Windows that work', () => {
    const lines = /```reg\n([\s\S]*?)```/.exec(handbook)?.[1] ?? '';
    const profile = /^"Profile"="(.*)"$/m.exec(lines)?.[1]?.replaceAll('\\"', '"') ?? '';
    const policy = readPolicy({ Profile: JSON.parse(profile), Extension: '201', MayStaySignedIn: false });
    expect(lines).toContain('"Extension"="201"');
    expect(lines).toContain('"MayStaySignedIn"=dword:00000000');
    expect(policy).toMatchObject({ faults: [], extension: '201', mayStaySignedIn: false });
    expectGood(policy.document);
  });

  it('has a property list for macOS with nothing but policies that there are', () => {
    const list = /```xml\n([\s\S]*?)```/.exec(handbook)?.[1] ?? '';
    const keys = [...list.matchAll(/<key>(\w+)<\/key>/g)].map(([, key]) => key ?? '');
    const policies = keys.filter((key) => !key.startsWith('Payload'));
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(policies));
  });
});

function expectGood(document: ReturnType<typeof readPolicy>['document']): void {
  expect(document?.kind === 'text' && parseProfile(document.text).ok).toBe(true);
}
