import type { AccessToken, TokenRenewal } from '../core/auth/access-token';
import { isSameService } from '../core/oauth/kept-tokens';
import type { AccountsService, SignOnFailure, TokenSet } from '../core/oauth/token-set';
import { accountsServiceOf } from '../core/oauth/where-to-sign-on';
import { serverInForce } from '../core/settings/server-choice';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readItem, readItems } from '../platform/storage';
import { refresh, revoke, signOn } from './accounts';
import { renewalAlarm } from './alarms';
import { keepTokens, readTokens } from './tokens';

const tryAgainMs = 60_000;

type Tell = (token: AccessToken) => Promise<void>;

let renewing: Promise<TokenRenewal> | undefined;

/** Gets the next token without the person and gives it to `tell` before it resolves. All who ask meanwhile get the same one. */
export function renewToken(tell: Tell): Promise<TokenRenewal> {
  renewing ??= renew(tell).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew(tell: Tell): Promise<TokenRenewal> {
  const service = await serviceInUse();
  if (!service) return { ok: false, why: 'sign-in-again' };
  const result = await nextTokens(service);
  if (!result.ok) return giveUp(result.why);
  const now = await serviceInUse();
  if (!now || !isSameService(now, service)) {
    // The person has signed out meanwhile.
    await revoke(service, result.tokens);
    return { ok: false, why: 'sign-in-again' };
  }
  await keepTokens({ service, tokens: result.tokens });
  log.info('token renewed', { service: service.address });
  await tell(result.tokens.accessToken);
  return { ok: true };
}

/** Nobody is asked twice in a row what only a person can answer; a service that is down is asked again in a minute. */
async function giveUp(failure: SignOnFailure): Promise<TokenRenewal> {
  const why = failure === 'unreachable' ? 'accounts-unreachable' : 'sign-in-again';
  log.warn('token not renewed', { why, failure });
  if (failure === 'unreachable') await browser.alarms.create(renewalAlarm, { when: Date.now() + tryAgainMs });
  else await browser.alarms.clear(renewalAlarm);
  return { ok: false, why };
}

/** By the refresh token, and where there is none or it is worth nothing any more, by a window that nobody sees. */
async function nextTokens(
  service: AccountsService,
): Promise<{ ok: true; tokens: TokenSet } | { ok: false; why: SignOnFailure }> {
  const kept = await readTokens();
  const refreshToken = kept && isSameService(kept.service, service) ? kept.tokens.refreshToken : null;
  if (refreshToken !== null) {
    const answer = await refresh(service, refreshToken);
    if (answer.ok || answer.why === 'unreachable') return answer;
    log.info('refresh token refused', { why: answer.why });
  }
  return signOn(service, { isSilent: true });
}

/** Where the token of the person who is signed in now is from; null when it was a password, or nobody is. */
async function serviceInUse(): Promise<AccountsService | null> {
  const { account, profile } = await readItems('local', ['account', 'profile']);
  if (!account?.isSignedIn || account.by !== 'single-sign-on') return null;
  const answered = await readItem('session', 'answeredServer');
  const server = serverInForce(account.server, profile?.profiles ?? [], answered);
  return server ? accountsServiceOf(server) : null;
}
