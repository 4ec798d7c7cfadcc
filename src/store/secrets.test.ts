import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from './database';
import { openSecret, sealSecret } from './secrets';

it.each(['secret', '', 'pässwörd 🔑', 'x'.repeat(10_000)])(
  'a password that was sealed is opened again: %.12s',
  async (password) => {
    expect(await openSecret(await sealSecret(password))).toBe(password);
  },
);

it('what is kept does not show the password, and never looks the same twice', async () => {
  const [one, two] = [await sealSecret('secret'), await sealSecret('secret')];
  expect(JSON.stringify(one)).not.toContain('secret');
  expect(atob(one.sealed)).not.toContain('secret');
  expect(one.sealed).not.toBe(two.sealed);
  expect(one.iv).not.toBe(two.iv);
});

it('nobody can take the key out of the browser', async () => {
  await sealSecret('secret');
  const key = await (await openDatabase()).get('keys', 'secrets');
  expect(key?.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
});

it('two passwords sealed at once with a new key are both opened', async () => {
  await (await openDatabase()).clear('keys');
  const sealed = await Promise.all([sealSecret('one'), sealSecret('two')]);
  expect(await Promise.all(sealed.map(openSecret))).toEqual(['one', 'two']);
});

it('a password is gone with its key, and nothing else is harmed', async () => {
  const sealed = await sealSecret('secret');
  await (await openDatabase()).clear('keys');
  expect(await openSecret(sealed)).toBeNull();
  expect(await openSecret(await sealSecret('new'))).toBe('new');
});

it('a password that somebody changed is not opened', async () => {
  const { iv, sealed } = await sealSecret('secret');
  const changed = btoa(atob(sealed).replace(/^./s, (first) => String.fromCharCode(first.charCodeAt(0) ^ 1)));
  expect(await openSecret({ iv, sealed: changed })).toBeNull();
});
