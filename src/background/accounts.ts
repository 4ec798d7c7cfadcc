import { beginAuthorization, type Dialect, readAuthorization } from '../core/oauth/authorization';
import { extensionIn, isForSignOn } from '../core/oauth/claims';
import { readTokenResponse, type TokenAnswer } from '../core/oauth/token-response';
import type { AccountsService, SignOnFailure, TokenSet } from '../core/oauth/token-set';
import { log } from '../platform/log';

const answerWithinMs = 5_000;

/** `extension` is the person's own telephone, when the service knows it. */
export type SignOnResult =
  | { ok: true; tokens: TokenSet; extension: string | null }
  | { ok: false; why: SignOnFailure };

/**
 * Signs on in a window of the browser, where the person may be known already: then it is gone before it is seen. With `isSilent` it is
 * not shown at all, and whoever would have to type something is told `needs-person`.
 */
export async function signOn(
  service: AccountsService,
  { isSilent }: { isSilent: boolean },
): Promise<SignOnResult> {
  const result = await trySignOn(service, { isSilent, dialect: 'openid' });
  if (result.ok || result.why !== 'unknown-scope') return result;
  const plain = await trySignOn(service, { isSilent, dialect: 'plain' });
  return plain.ok || plain.why !== 'unknown-scope' ? plain : { ok: false, why: 'refused' };
}

type Attempt = { isSilent: boolean; dialect: Dialect };
type AttemptResult = SignOnResult | { ok: false; why: 'unknown-scope' };

async function trySignOn(service: AccountsService, { isSilent, dialect }: Attempt): Promise<AttemptResult> {
  const random = { state: randomBytes(), nonce: randomBytes(), verifier: randomBytes() };
  const redirectUri = chrome.identity.getRedirectURL();
  const { url, pending } = beginAuthorization(service, { redirectUri, random, dialect, isSilent });
  const back = await openWindow(url, isSilent);
  if (!back.ok) return back;
  const authorization = readAuthorization(back.url, pending);
  if (!authorization.ok) return authorization;
  const answer = await askForTokens(service, {
    grant_type: 'authorization_code',
    code: authorization.code,
    redirect_uri: redirectUri,
    code_verifier: pending.verifier,
  });
  if (!answer.ok) return answer;
  const { tokens, idToken } = answer;
  const isOurs = idToken === null || isForSignOn(idToken, { ...service, nonce: pending.nonce });
  if (!isOurs) return { ok: false, why: 'bad-reply' };
  return { ok: true, tokens, extension: extensionIn([idToken, tokens.accessToken.value]) };
}

/** The next tokens for a refresh token (RFC 6749 §6). A service that gives no new one lets the old one be used again. */
export async function refresh(service: AccountsService, refreshToken: string): Promise<TokenAnswer> {
  const answer = await askForTokens(service, { grant_type: 'refresh_token', refresh_token: refreshToken });
  if (!answer.ok) return answer;
  const { tokens } = answer;
  return { ...answer, tokens: { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken } };
}

/** Tells the service that the tokens are not needed any more (RFC 7009). One that cannot do that leaves them to expire. */
export async function revoke(service: AccountsService, tokens: TokenSet): Promise<void> {
  const { accessToken, refreshToken } = tokens;
  const all = [
    ...(refreshToken === null ? [] : [{ token: refreshToken, token_type_hint: 'refresh_token' }]),
    { token: accessToken.value, token_type_hint: 'access_token' },
  ];
  for (const form of all) {
    const answer = await post(service, '/oauth2/revoke', form);
    if (answer?.status !== 200)
      log.info('not revoked', { what: form.token_type_hint, status: answer?.status ?? 'no answer' });
  }
}

async function askForTokens(service: AccountsService, form: Record<string, string>): Promise<TokenAnswer> {
  const askedAt = Date.now();
  const answer = await post(service, '/oauth2/access_token', form);
  if (!answer) return { ok: false, why: 'unreachable' };
  const tokens = readTokenResponse({ ...answer, askedAt });
  if (!tokens.ok) log.warn('no token', { status: answer.status, error: errorIn(answer.body) });
  return tokens;
}

/** Null when there was no answer in time, or one that leads elsewhere: nobody else is to see what is in the form. */
async function post(
  { address, clientId }: AccountsService,
  path: string,
  form: Record<string, string>,
): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(address + path, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ ...form, client_id: clientId }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const text = await response.text();
    return { status: response.status, body: toJson(text) };
  } catch (error) {
    log.warn('accounts service not reached', { service: address, path, why: String(error) });
    return null;
  }
}

/** The error code of RFC 6749 §5.2, which says to administrators what a person cannot do anything about. */
function errorIn(body: unknown): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : '';
  return typeof error === 'string' ? error.slice(0, 40) : '';
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const randomBytes = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

async function openWindow(
  url: string,
  isSilent: boolean,
): Promise<{ ok: true; url: string } | { ok: false; why: SignOnFailure }> {
  try {
    const back = await chrome.identity.launchWebAuthFlow({
      url,
      interactive: !isSilent,
      ...(isSilent ? { timeoutMsForNonInteractive: answerWithinMs } : {}),
    });
    return back ? { ok: true, url: back } : { ok: false, why: 'bad-reply' };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const why = failureOf(said);
    log.info('sign-on not completed', { isSilent, why, said });
    return { ok: false, why };
  }
}

/** Chromium tells by its sentences only. */
function failureOf(said: string): SignOnFailure {
  if (/did not approve/i.test(said)) return 'cancelled';
  return /interaction required/i.test(said) ? 'needs-person' : 'unreachable';
}
