import { expect, test } from '../fixtures';
import { hangUp, talkTo } from '../person';
import { proofs } from '../sign-on';

test.use({ gatewayOptions: { algorithms: ['MD5', 'SHA-256'] } });

test('proves the password by the strongest digest, and by the same nonce again when it calls', async ({
  gateway,
  popup,
}) => {
  await talkTo(popup, '600');
  await hangUp(popup);
  const nonceOf = (proof: string | undefined) => /nonce="([^"]+)"/.exec(proof ?? '')?.[1];
  const [bare, registering] = proofs(gateway, 'REGISTER');
  const [calling] = proofs(gateway, 'INVITE');
  expect(bare).toBe('');
  for (const proof of [registering, calling]) expect(proof).toMatch(/^Digest .*algorithm=SHA-256/);
  expect(nonceOf(calling)).toBe(nonceOf(registering));
  expect(proofs(gateway, 'INVITE')).toHaveLength(1);
});
