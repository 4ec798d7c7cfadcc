/** OAuth 2 authorization code with PKCE, RFC 6749 §4.1 and RFC 7636: what is asked in the window, and what comes back from it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64Url } from './base64url';
import type { AccountsService, SignOnFailure } from './token-set';

const scopes = 'email profile spaces';

/**
 * openid  asks for an ID token too, whose nonce tells that it was made for this very sign-on (OpenID Connect Core §3.1.2.1)
 * plain   is for a service that knows no such thing; a nonce would only confuse it
 */
export type Dialect = 'openid' | 'plain';

/** What has to be remembered until the answer is there. It never leaves this computer before that. */
export type Pending = {
  readonly redirectUri: string;
  readonly state: string;
  /** Null in plain OAuth. */
  readonly nonce: string | null;
  readonly verifier: string;
  /** The origin of the service that was asked. */
  readonly origin: string;
};

/** Three times 32 random bytes. */
export type Randomness = { state: Uint8Array; nonce: Uint8Array; verifier: Uint8Array };

/** The address to open, and what its answer has to fit. With `isSilent` the service may not ask the person anything. */
export function beginAuthorization(
  { address, clientId }: AccountsService,
  options: { redirectUri: string; random: Randomness; dialect: Dialect; isSilent: boolean },
): { url: string; pending: Pending } {
  const { redirectUri, random, dialect, isSilent } = options;
  const state = toBase64Url(random.state);
  const nonce = dialect === 'openid' ? toBase64Url(random.nonce) : null;
  const verifier = toBase64Url(random.verifier);
  const url = new URL(`${address}/oauth2/authorize`);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: nonce === null ? scopes : `openid ${scopes}`,
    state,
    ...(nonce === null ? {} : { nonce }),
    code_challenge: toBase64Url(sha256(utf8ToBytes(verifier))),
    code_challenge_method: 'S256',
    ...(isSilent ? { prompt: 'none' } : {}),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, pending: { redirectUri, state, nonce, verifier, origin: url.origin } };
}

const failures: Readonly<Record<string, SignOnFailure | 'unknown-scope'>> = {
  invalid_scope: 'unknown-scope',
  login_required: 'needs-person',
  interaction_required: 'needs-person',
  consent_required: 'needs-person',
  account_selection_required: 'needs-person',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
};

/**
 * The code in the address that the window ended at. Whoever cannot repeat our `state` has not been asked by us (RFC 6749 §10.12),
 * and an answer that names another issuer is meant for another service (RFC 9207).
 */
export function readAuthorization(
  url: string,
  pending: Pending,
): { ok: true; code: string } | { ok: false; why: SignOnFailure | 'unknown-scope' } {
  const bad = { ok: false, why: 'bad-reply' } as const;
  if (!URL.canParse(url)) return bad;
  const { origin, pathname, searchParams } = new URL(url);
  const expected = new URL(pending.redirectUri);
  if (origin !== expected.origin || pathname !== expected.pathname) return bad;
  if (searchParams.get('state') !== pending.state) return bad;
  const issuer = searchParams.get('iss');
  if (issuer !== null && (!URL.canParse(issuer) || new URL(issuer).origin !== pending.origin)) return bad;
  const error = searchParams.get('error');
  if (error !== null) return { ok: false, why: failures[error] ?? 'refused' };
  const code = searchParams.get('code');
  return code ? { ok: true, code } : bad;
}
