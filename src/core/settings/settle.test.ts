import { describe, expect, it } from 'vitest';
import { parseProfile } from '../profile/parse-profile';
import { lockedServer, noPolicy, type Policy } from './policy';
import { toPolicySource } from './policy-source';
import { nowhere, readDocument } from './read-document';
import { automatic } from './server-choice';
import { type Account, settle } from './settle';
import type { PolicySource, Sources } from './sources';

const textOf = (...names: string[]) =>
  JSON.stringify({
    IP_Office_Server_Profile: names.map((Name) => ({ Name, Address: `${Name}.example.com` })),
  });
const west = { kind: 'named', name: 'West' } as const;
const east = { kind: 'named', name: 'East' } as const;
const account: Account = { server: west, extension: '201', isSignedIn: true };
const sources = { paste: { text: textOf('West', 'East'), takenAt: 1 } };

const read = async (text: string) => {
  const result = parseProfile(text);
  return result.ok ? result.profiles : null;
};
const settled = (policy: Policy, who: Account | undefined = account, from: Sources = sources) =>
  settle({ sources: from, policy, account: who }, read);

describe('what is in force', () => {
  it('is what the person chose when there is no policy', async () => {
    expect(await settled(noPolicy)).toMatchObject({ document: { source: 'paste' }, account });
    expect(await settle({ sources: {}, policy: noPolicy, account: undefined }, read)).toEqual({
      document: null,
      account: undefined,
    });
  });

  it('is the server that the policy chooses', async () => {
    expect((await settled({ ...noPolicy, server: automatic })).account?.server).toEqual(automatic);
    expect((await settled({ ...noPolicy, server: east })).account).toEqual({
      ...account,
      server: east,
    });
  });

  it('is not a server that the policy names and the document does not have', async () => {
    const policy = { ...noPolicy, server: { kind: 'named', name: 'South' } as const };
    expect((await settled(policy)).account).toEqual(account);
    expect(lockedServer(policy, [{ name: 'West' }])).toBeNull();
  });

  it('signs out whoever is signed in with another extension than the policy wants, and nobody else', async () => {
    expect((await settled({ ...noPolicy, extension: '202' })).account).toEqual({
      ...account,
      extension: '202',
      isSignedIn: false,
    });
    expect((await settled({ ...noPolicy, extension: '201' })).account).toEqual(account);
  });
});

describe('the policy as a source', () => {
  const before: PolicySource = { kind: 'text', copy: { text: textOf('West'), takenAt: 1 }, problems: [] };
  const toSource = async (text: string, was?: PolicySource) => {
    const reading = await readDocument(text, nowhere);
    return toPolicySource({ kind: 'text', text }, was, { reading, now: 2 });
  };

  it('has the document that it says', async () => {
    expect(await toSource(textOf('East'), before)).toEqual({
      kind: 'text',
      copy: { text: textOf('East'), takenAt: 2 },
      problems: [],
    });
  });

  it('does not change when it is read once more', async () => {
    expect(await toSource(textOf('West'), before)).toEqual(before);
  });

  it('keeps its last good document when a broken one takes its place, and says what is wrong', async () => {
    const source = await toSource('{"IP_Office_Server_Profile": [{}]}', before);
    expect(source?.copy).toEqual(before.copy);
    expect(source?.kind === 'text' && source.problems.length).toBeGreaterThan(0);
  });

  it('locks even when it has never had a good document', async () => {
    expect(await toSource('{')).toMatchObject({ kind: 'text', copy: null });
  });

  it('keeps its last good document while another address has not been fetched yet', () => {
    const document = { kind: 'address', url: 'https://a.example.com/' } as const;
    const source = toPolicySource(document, before, { reading: null, now: 2 });
    expect(source).toEqual({ ...document, pick: null, copy: before.copy, failing: null });
    expect(toPolicySource(document, source, { reading: null, now: 3 })).toBe(source);
  });

  it('is gone when the policy is', () => {
    expect(toPolicySource(null, before, { reading: null, now: 2 })).toBeUndefined();
  });
});
