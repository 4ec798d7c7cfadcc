import { describe, expect, it } from 'vitest';
import { partyOfIdentity, toRemoteParty } from './remote-party';

describe('an asserted identity', () => {
  it.each([
    ['"Bob Example" <sip:202@example.com>', '202', 'Bob Example'],
    ['Bob Example <sip:202@example.com>', '202', 'Bob Example'],
    ['<sips:202@example.com;user=phone>', '202', ''],
    ['sip:202@example.com', '202', ''],
    ['"Bob \\"the\\" B" <sip:202@example.com>', '202', 'Bob "the" B'],
    ['<tel:+49-30-123456>', '+4930123456', ''],
    ['"Bob" <tel:+4930123456;phone-context=x>', '+4930123456', 'Bob'],
    ['"Bob" <sip:202@example.com>, <tel:+4930123456>', '202', 'Bob'],
    ['<tel:+4930123456>, "Bob" <sip:202@example.com>', '+4930123456', ''],
    ['"202" <sip:202@example.com>', '202', ''],
    ['<sip:%2B4930123456@example.com>', '+4930123456', ''],
    ['<sip:100%@example.com>', '100%', ''],
    ['"Anonymous" <sip:anonymous@anonymous.invalid>', '', ''],
  ])('%s is %s, %s', (header, number, displayName) => {
    expect(partyOfIdentity(header)).toEqual({ number, displayName });
  });

  it.each(['', 'nonsense', '<mailto:bob@example.com>', '<sip:example.com>', '"unclosed'])(
    '%j says nothing',
    (header) => {
      expect(partyOfIdentity(header)).toBeNull();
    },
  );
});

describe('a remote party', () => {
  it.each(['anonymous', 'Anonymous', 'unknown', 'restricted', 'unavailable'])('%s is nobody', (user) => {
    expect(toRemoteParty({ user, displayName: 'Anonymous' })).toEqual({ number: '', displayName: '' });
  });

  it('without a user has a name at the most', () => {
    expect(toRemoteParty({ user: undefined, displayName: ' Bob ' })).toEqual({
      number: '',
      displayName: 'Bob',
    });
  });
});
