import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../profile/parse-profile';
import { noPolicy } from './policy';
import { readPolicy } from './read-policy';

const document = { IP_Office_Server_Profile: [{ Name: 'West', Address: 'west.example.com' }] };

describe("the administrator's policy", () => {
  it('leaves everything to the person when it says nothing', () => {
    expect(readPolicy({})).toEqual(noPolicy);
    expect(readPolicy({ ProfileText: '', Profile: {}, ServerName: null })).toEqual(noPolicy);
  });

  it('has the document as an object, which is read like any other document', () => {
    const { document: read } = readPolicy({ Profile: document });
    if (read?.kind !== 'text') throw new Error('no text');
    expect(parseProfile(read.text)).toMatchObject({ ok: true, profiles: [{ name: 'West' }] });
  });

  it('has the document as text, mistakes included, for the parser to tell', () => {
    expect(readPolicy({ ProfileText: '{oops' }).document).toEqual({ kind: 'text', text: '{oops' });
  });

  it('says where the document is', () => {
    expect(readPolicy({ ProfileAddress: 'phones.example.com/offhook.json' }).document).toEqual({
      kind: 'address',
      url: 'https://phones.example.com/offhook.json',
    });
  });

  it('chooses the server, the extension, and whether anybody may stay signed in', () => {
    expect(readPolicy({ ServerName: 'West', Extension: '201', MayStaySignedIn: false })).toEqual({
      ...noPolicy,
      server: { kind: 'named', name: 'West' },
      extension: '201',
      mayStaySignedIn: false,
    });
    expect(readPolicy({ AutomaticServer: true }).server).toEqual({ kind: 'automatic' });
    expect(readPolicy({ AutomaticServer: false }).server).toBeNull();
  });

  it.each<[string, Record<string, unknown>, object[]]>([
    [
      'of a wrong kind',
      { Profile: 'text', Extension: 201 },
      [
        { name: 'Profile', why: 'wrong-kind' },
        { name: 'Extension', why: 'wrong-kind' },
      ],
    ],
    [
      'that nobody can use',
      { ProfileAddress: 'http://phones.example.com/', Extension: '2 01' },
      [
        { name: 'ProfileAddress', why: 'unusable' },
        { name: 'Extension', why: 'unusable' },
      ],
    ],
    [
      'that another one overrules',
      { Profile: document, ProfileText: '{}', ProfileAddress: 'a.example.com' },
      [
        { name: 'ProfileText', why: 'overruled' },
        { name: 'ProfileAddress', why: 'overruled' },
      ],
    ],
    [
      'of a name beside Automatic',
      { AutomaticServer: true, ServerName: 'West' },
      [{ name: 'ServerName', why: 'overruled' }],
    ],
  ])('tells of each value %s', (_, items, faults) => {
    expect(readPolicy(items).faults).toEqual(faults);
  });

  it('never fails, whatever the policy holds', () => {
    const names = Object.keys({ ...document, Profile: 0, ProfileText: 0, ProfileAddress: 0, Extension: 0 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (items) => {
        expect(readPolicy(items).mayStaySignedIn).toBe(true);
      }),
    );
  });
});
