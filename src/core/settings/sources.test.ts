import { describe, expect, it } from 'vitest';
import { parseProfile } from '../profile/parse-profile';
import { type Copy, documentInForce, isLocked, type Sources, strongerOwn } from './sources';

const copy = (name: string): Copy => ({
  text: JSON.stringify({ IP_Office_Server_Profile: [{ Name: name, Address: 'a.example.com' }] }),
  takenAt: 1,
});
const broken: Copy = { text: '{', takenAt: 1 };
const address = { url: 'https://a.example.com/', pick: null, failing: null };
const all: Sources = {
  policy: { kind: 'text', copy: copy('policy'), problems: [] },
  address: { ...address, copy: copy('address') },
  file: { ...copy('file'), name: 'profile.json' },
  paste: copy('paste'),
};
const read = async (text: string) => {
  const result = parseProfile(text);
  return result.ok ? result.profiles : null;
};
const inForce = async (sources: Sources) => {
  const found = await documentInForce(sources, read);
  return found && [found.source, found.profiles[0]?.name];
};

describe('the document in force', () => {
  it('is that of the policy before that of the address, the file and the pasted text', async () => {
    const { policy: _, ...noPolicy } = all;
    const { address: __, ...ownOnly } = noPolicy;
    const { file: ___, ...pasteOnly } = ownOnly;
    expect(await inForce(all)).toEqual(['policy', 'policy']);
    expect(await inForce(noPolicy)).toEqual(['address', 'address']);
    expect(await inForce(ownOnly)).toEqual(['file', 'file']);
    expect(await inForce(pasteOnly)).toEqual(['paste', 'paste']);
    expect(await inForce({})).toBeNull();
  });

  it('is that of the next source while one has none that can be used', async () => {
    const policy = { kind: 'address', ...address, copy: null } as const;
    expect(await inForce({ ...all, policy })).toEqual(['address', 'address']);
    expect(await inForce({ ...all, policy, address: { ...address, copy: broken } })).toEqual([
      'file',
      'file',
    ]);
  });

  it('stays the last good one of a policy whose document is refused', async () => {
    expect(await inForce({ policy: { kind: 'text', copy: copy('before'), problems: [] } })).toEqual([
      'policy',
      'before',
    ]);
  });
});

it('is locked as soon as the administrator has a say, understood or not', () => {
  expect(isLocked(all)).toBe(true);
  expect(isLocked({ policy: { kind: 'text', copy: null, problems: [] }, paste: copy('paste') })).toBe(true);
  expect(isLocked({ paste: copy('paste') })).toBe(false);
});

it('names the own sources that go before another one and have a document', () => {
  expect(strongerOwn(all, 'paste')).toEqual(['address', 'file']);
  expect(strongerOwn(all, 'file')).toEqual(['address']);
  expect(strongerOwn(all, 'address')).toEqual([]);
  expect(strongerOwn({ address: { ...address, copy: null }, paste: copy('paste') }, 'paste')).toEqual([]);
});
