import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrateItems, migrateSettings, settingsVersion } from './migrations';

const now = 1_800_000_000_000;
const text = '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}]}';

describe('an update of Offhook', () => {
  it('keeps who is signed in where, the document, and all that it does not know', () => {
    const profile = { text, profiles: [{ name: 'West' }] };
    const kept = {
      account: { serverName: 'West', extension: '201', isSignedIn: true },
      profile,
      rememberedSecret: { iv: 'a', sealed: 'b' },
      instanceId: 'c',
      missedCount: 3,
    };
    expect(migrateSettings(kept, now)).toEqual({
      written: {
        version: settingsVersion,
        account: { server: { kind: 'named', name: 'West' }, extension: '201', isSignedIn: true },
        sources: { paste: { text, takenAt: now } },
      },
      removed: [],
    });
  });

  it('gives a new installation its version and nothing else', () => {
    expect(migrateSettings({}, now)).toEqual({ written: { version: settingsVersion }, removed: [] });
  });

  it('has nothing to do the second time', () => {
    const first = migrateSettings(
      { account: { serverName: 'West', extension: '1', isSignedIn: false } },
      now,
    );
    expect(migrateSettings(first?.written ?? {}, now)).toBeNull();
  });

  it('does no harm when only the version was lost', () => {
    const kept = {
      account: { server: { kind: 'automatic' }, extension: '201', isSignedIn: true },
      profile: { text, profiles: [] },
      sources: { file: { text, name: 'a.json', takenAt: 1 } },
    };
    expect(migrateSettings(kept, now)?.written).toMatchObject({ version: settingsVersion });
    expect(migrateItems(kept, 0, now)).toEqual(kept);
  });

  it('leaves the settings of a newer version alone', () => {
    expect(migrateSettings({ version: settingsVersion + 1, account: 'of another form' }, now)).toBeNull();
  });

  it('drops what nobody can read, and keeps the rest', () => {
    const kept = { account: 'damaged', profile: { text: 7 }, instanceId: 'c' };
    expect(migrateSettings(kept, now)).toEqual({
      written: { version: settingsVersion },
      removed: ['account', 'profile'],
    });
  });

  it('brings a settings file up to date in the same way, with what is missing still missing', () => {
    expect(migrateItems({ account: { serverName: 'West', extension: '201' } }, 0, now)).toEqual({
      account: { server: { kind: 'named', name: 'West' }, extension: '201' },
    });
  });

  it('never fails, whatever is kept', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('account', 'profile', 'version', 'x'), fc.anything()),
        (kept) => {
          const migrated = migrateSettings(kept, now);
          if (migrated) expect(migrated.written.version).toBe(settingsVersion);
        },
      ),
    );
  });
});
