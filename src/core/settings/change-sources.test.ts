import { describe, expect, it } from 'vitest';
import { addressToFetch, needsFetching } from './address-to-fetch';
import { withAddress, withDocument, withImported, withoutOwn, withReading } from './change-sources';
import type { AddressSource, Copy, PolicySource, Sources } from './sources';

const copy: Copy = { text: '{}', takenAt: 1 };
const address: AddressSource = { url: 'https://a.example.com/', pick: null, copy, failing: null };
const file = { ...copy, name: 'profile.json' };
const policy: PolicySource = { kind: 'text', copy, problems: [] };
const policyAddress: PolicySource = { kind: 'address', ...address, url: 'https://b.example.com/' };
const own: Sources = { address, file, paste: copy };
const newer: Copy = { text: '{ }', takenAt: 2 };

describe('a document that the person wants in force', () => {
  it('takes the place of an address and of a file when it is pasted', () => {
    expect(withDocument(own, { file: null, copy: newer })).toEqual({ paste: newer });
  });

  it('takes the place of an address when it is from a file; pasted text stays behind it', () => {
    expect(withDocument(own, { file: 'new.json', copy: newer })).toEqual({
      paste: copy,
      file: { ...newer, name: 'new.json' },
    });
  });

  it('from an address goes before all that there is', () => {
    const other = { ...address, url: 'https://c.example.com/' };
    expect(withAddress(own, other)).toEqual({ ...own, address: other });
  });

  it('changes nothing when the administrator has set one', () => {
    const locked = { ...own, policy };
    expect(withDocument(locked, { file: null, copy: newer })).toBe(locked);
    expect(withAddress(locked, { ...address, pick: 'West' })).toBe(locked);
  });
});

describe('forgetting', () => {
  it('takes one source away, or all, and never the policy', () => {
    expect(withoutOwn({ ...own, policy }, 'address')).toEqual({ policy, file, paste: copy });
    expect(withoutOwn({ ...own, policy }, 'file')).toEqual({ policy, address, paste: copy });
    expect(withoutOwn({ ...own, policy }, 'paste')).toEqual({ policy, address, file });
    expect(withoutOwn({ ...own, policy })).toEqual({ policy });
  });
});

describe('a settings file', () => {
  it('replaces the own sources by its own', () => {
    expect(withImported({ ...own, policy }, { sources: { paste: newer } })).toEqual({ policy, paste: newer });
  });

  it('without any leaves them alone', () => {
    expect(withImported(own, {})).toBe(own);
  });
});

describe('fetching again', () => {
  const reading = { kind: 'failed', why: 'timeout' } as const;

  it('is from where the policy says, and else from where the person says', () => {
    expect(addressToFetch({ ...own, policy: policyAddress })).toBe(policyAddress);
    expect(addressToFetch({ ...own, policy })).toBeUndefined();
    expect(addressToFetch(own)).toBe(address);
    expect(addressToFetch({})).toBeUndefined();
  });

  it('is due at once when an address has never given anything', () => {
    expect(needsFetching({ address: { ...address, copy: null } })).toBe(true);
    expect(needsFetching(own)).toBe(false);
    expect(needsFetching({ ...own, policy: { ...policyAddress, copy: null } })).toBe(true);
    expect(needsFetching({ address: { ...address, copy: null }, policy })).toBe(false);
  });

  it('tells the source that was asked how it went', () => {
    const failing = { since: 5, why: 'timeout' };
    const asked = policyAddress;
    expect(withReading({ ...own, policy: asked }, { asked, reading, now: 5 })).toEqual({
      ...own,
      policy: { ...asked, failing },
    });
    expect(withReading(own, { asked: address, reading, now: 5 })).toEqual({
      ...own,
      address: { ...address, failing },
    });
  });

  it('tells nobody when the address has become another one meanwhile', () => {
    const asked = { url: address.url, pick: 'West' };
    expect(withReading(own, { asked, reading, now: 5 })).toBe(own);
  });
});
