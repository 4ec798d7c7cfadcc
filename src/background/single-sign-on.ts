import type { SignInResult, SignInWithToken } from '../bus/protocol';
import type { AccountsService, SignOnRefusal } from '../core/oauth/token-set';
import { accountsServiceOf } from '../core/oauth/where-to-sign-on';
import { serverInForce } from '../core/settings/server-choice';
import { log } from '../platform/log';
import { readItem, removeItems, writeItems } from '../platform/storage';
import { revoke, type SignOnResult, signOn } from './accounts';
import { dropTokens, keepTokens, readTokens } from './tokens';

let signingIn: Promise<SignInResult> | undefined;

/**
 * Signs the person on in a window and keeps who it was. How it failed is kept as well: the popup is closed as soon as the window has the
 * focus, and tells it when it is opened again. A second click waits for the window of the first.
 */
export function keepSignOn(wish: SignInWithToken): Promise<SignInResult> {
  signingIn ??= trySignOn(wish).finally(() => {
    signingIn = undefined;
  });
  return signingIn;
}

async function trySignOn({ server, extension }: SignInWithToken): Promise<SignInResult> {
  await removeItems('session', ['signOnFailure']);
  const profiles = (await readItem('local', 'profile'))?.profiles;
  if (!profiles) return { ok: false, why: 'no-profile' };
  const profile = serverInForce(server, profiles, await readItem('session', 'answeredServer'));
  if (!profile) return { ok: false, why: 'unknown-server' };
  if (extension && !/^[\w.+-]+$/.test(extension)) return { ok: false, why: 'bad-extension' };
  const service = accountsServiceOf(profile);
  if (!service) return { ok: false, why: profile.accountsToken ? 'no-client-id' : 'not-offered' };
  const result = await signOn(service, { isSilent: false });
  const kept = result.ok ? await keepIdentity({ server, extension, service, result }) : result;
  if (!kept.ok) await writeItems('session', { signOnFailure: kept.why });
  return kept;
}

async function keepIdentity(found: {
  server: SignInWithToken['server'];
  extension: string;
  service: AccountsService;
  result: SignOnResult & { ok: true };
}): Promise<{ ok: true } | { ok: false; why: SignOnRefusal }> {
  const { server, service, result } = found;
  const { tokens } = result;
  const extension = found.extension || result.extension;
  if (!extension) {
    await revoke(service, tokens);
    return { ok: false, why: 'no-extension' };
  }
  const before = await readTokens();
  await keepTokens({ service, tokens });
  await writeItems('local', { account: { server, extension, isSignedIn: true, by: 'single-sign-on' } });
  await removeItems('local', ['rememberedSecret']);
  await removeItems('session', ['secret']);
  if (before) void revoke(before.service, before.tokens);
  log.info('signed on', { service: service.address });
  return { ok: true };
}

/** Signs off; what it gives back tells the service, once the phone needs the token no more. */
export async function leaveSignOn(): Promise<() => Promise<void>> {
  const kept = await readTokens();
  await dropTokens();
  await removeItems('session', ['signOnFailure']);
  return async () => {
    if (kept) await revoke(kept.service, kept.tokens);
  };
}
