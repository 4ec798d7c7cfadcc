import type { SignInResult, SignInWithToken } from '../bus/protocol';
import type { AccessToken, TokenRenewal } from '../core/auth/access-token';
import { isSameService, type KeptTokens } from '../core/oauth/kept-tokens';
import { type AccountsService, renewAt, type SignOnRefusal, type TokenSet } from '../core/oauth/token-set';
import type { Profile } from '../core/profile/profile';
import { serverInForce } from '../core/settings/server-choice';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readItem, readItems, removeItems, writeItems } from '../platform/storage';
import { refresh, revoke, type SignOnResult, signOn } from './accounts';
import { dropTokens, keepTokens, readTokens } from './tokens';

/** The alarm at which the next token is got. */
export const renewalAlarm = 'renew-token';
const tryAgainMs = 60_000;

/** Where the person signs on for a server; null when the profile does not offer it, or lacks what it takes. */
export function accountsServiceOf(server: Profile): AccountsService | null {
  const { accountsToken, accountsAddress, accountsClientId } = server;
  return accountsToken && accountsClientId ? { address: accountsAddress, clientId: accountsClientId } : null;
}

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
  await keep({ service, tokens });
  await writeItems('local', { account: { server, extension, isSignedIn: true, by: 'single-sign-on' } });
  await removeItems('local', ['rememberedSecret']);
  await removeItems('session', ['secret']);
  if (before) void revoke(before.service, before.tokens);
  log.info('signed on', { service: service.address });
  return { ok: true };
}

/** The token for a server that the person has signed on for: null when there is none now, though one may be got. */
export async function readAccessToken(service: AccountsService): Promise<AccessToken | null> {
  const kept = await readTokens();
  return kept && isSameService(kept.service, service) ? kept.tokens.accessToken : null;
}

/** Signs off; what it gives back tells the service, once the phone needs the token no more. */
export async function leaveSignOn(): Promise<() => Promise<void>> {
  const kept = await readTokens();
  await dropTokens();
  await removeItems('session', ['signOnFailure']);
  await browser.alarms.clear(renewalAlarm);
  return async () => {
    if (kept) await revoke(kept.service, kept.tokens);
  };
}

let renewing: Promise<TokenRenewal> | undefined;

/** Gets the next token without the person and gives it to `tell` before it resolves. All who ask meanwhile get the same one. */
export function renewToken(tell: (token: AccessToken) => Promise<void>): Promise<TokenRenewal> {
  renewing ??= renew(tell).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew(tell: (token: AccessToken) => Promise<void>): Promise<TokenRenewal> {
  const service = await serviceInUse();
  if (!service) return { ok: false, why: 'sign-in-again' };
  const result = await nextTokens(service);
  if (!result.ok) return giveUp(result.why === 'unreachable');
  const now = await serviceInUse();
  if (!now || !isSameService(now, service)) {
    // The person has signed out meanwhile.
    await revoke(service, result.tokens);
    return { ok: false, why: 'sign-in-again' };
  }
  await keep({ service, tokens: result.tokens });
  log.info('token renewed', { service: service.address });
  await tell(result.tokens.accessToken);
  return { ok: true };
}

async function giveUp(mayPass: boolean): Promise<TokenRenewal> {
  const why = mayPass ? 'accounts-unreachable' : 'sign-in-again';
  log.warn('token not renewed', { why });
  if (mayPass) await browser.alarms.create(renewalAlarm, { when: Date.now() + tryAgainMs });
  else await browser.alarms.clear(renewalAlarm);
  return { ok: false, why };
}

/** By the refresh token, and where there is none or it is worth nothing any more, by a window that nobody sees. */
async function nextTokens(
  service: AccountsService,
): Promise<{ ok: true; tokens: TokenSet } | { ok: false; why: string }> {
  const kept = await readTokens();
  const refreshToken = kept && isSameService(kept.service, service) ? kept.tokens.refreshToken : null;
  if (kept && refreshToken !== null) {
    const answer = await refresh(service, refreshToken);
    if (answer.ok || answer.why === 'unreachable') return answer;
    log.info('refresh token refused', { why: answer.why });
    if (await readTokens()) await keepTokens({ service, tokens: { ...kept.tokens, refreshToken: null } });
  }
  return signOn(service, { isSilent: true });
}

async function keep(kept: KeptTokens): Promise<void> {
  await keepTokens(kept);
  await browser.alarms.create(renewalAlarm, { when: renewAt(kept.tokens) });
}

/** Where the token of the person who is signed in now is from; null when it was a password, or nobody is. */
async function serviceInUse(): Promise<AccountsService | null> {
  const { account, profile } = await readItems('local', ['account', 'profile']);
  if (!account?.isSignedIn || account.by !== 'single-sign-on') return null;
  const answered = await readItem('session', 'answeredServer');
  const server = serverInForce(account.server, profile?.profiles ?? [], answered);
  return server ? accountsServiceOf(server) : null;
}
