import { type Params, parseUri, quote } from '../sip/address';
import { headerValues, respond } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import {
  type DigestAlgorithm,
  digestResponse,
  formatChallenge,
  makeNonces,
  parseDigest,
  sameText,
} from './digest';
import type { Users } from './users';

export type BearerVerdict = { ok: true; user: string } | { ok: false; why: string };

export interface AuthenticationOptions {
  readonly users: Users;
  readonly realm: string;
  /** Offered in this order; empty means that passwords are not taken. */
  readonly algorithms: readonly DigestAlgorithm[];
  readonly nonceLifetimeMs: number;
  /** What a wrong password gets: 401 is a new challenge (as Asterisk), 403 an end (as others). */
  readonly wrongPasswordStatus: 401 | 403;
  /** Checks an access token (RFC 8898); without it Bearer is neither offered nor taken. */
  readonly verifyBearer: ((token: string) => Promise<BearerVerdict>) | undefined;
  /** Where a client gets a token; said in the Bearer challenge. */
  readonly authzServer: string;
  readonly now: () => number;
}

export type Authenticated = { ok: true; user: string } | { ok: false; response: SipResponse; why: string };

export type Authenticate = (request: SipRequest, as: 'registrar' | 'proxy') => Promise<Authenticated>;

type Verdict = { ok: true; user: string } | { ok: false; why: string; isStale?: true; isForbidden?: true };

/** Tells who sent a request, or with which 401, 407 or 403 to answer it. */
export function makeAuthentication(options: AuthenticationOptions): Authenticate {
  const nonces = makeNonces(options.nonceLifetimeMs, options.now);

  function challenge(request: SipRequest, as: 'registrar' | 'proxy', verdict: Verdict & { ok: false }) {
    const name = as === 'registrar' ? 'WWW-Authenticate' : 'Proxy-Authenticate';
    const digests = options.algorithms.map((algorithm) =>
      formatChallenge(options.realm, nonces.make(), algorithm, verdict.isStale ?? false),
    );
    const refused = headerValues(request, 'Authorization').concat(
      headerValues(request, 'Proxy-Authorization'),
    );
    const error = refused.some((value) => /^Bearer /i.test(value)) ? ', error="invalid_token"' : '';
    const bearer = `Bearer realm=${quote(options.realm)}, authz_server=${quote(options.authzServer)}${error}`;
    const values = options.verifyBearer ? [...digests, bearer] : digests;
    const headers: Header[] = values.map((value) => ({ name, value }));
    return respond(request, as === 'registrar' ? 401 : 407, { headers, toTag: 'challenge' });
  }

  return async (request, as) => {
    const verdict = await judge(request, options, nonces.check);
    if (verdict.ok) return verdict;
    if (verdict.isForbidden) {
      return { ok: false, why: verdict.why, response: respond(request, 403, { toTag: 'refused' }) };
    }
    return { ok: false, why: verdict.why, response: challenge(request, as, verdict) };
  };
}

type CheckNonce = (given: Params) => 'good' | 'stale' | 'foreign';

async function judge(
  request: SipRequest,
  options: AuthenticationOptions,
  checkNonce: CheckNonce,
): Promise<Verdict> {
  // RFC 8898 §2.3 lets a client put its token in either header, whichever server asked for it.
  const given = ['Authorization', 'Proxy-Authorization'].flatMap((name) => headerValues(request, name));
  const token = given.map((value) => /^\s*Bearer\s+(\S+)/i.exec(value)?.[1]).find((found) => found);
  if (token && options.verifyBearer) return options.verifyBearer(token);
  for (const value of given) {
    const digest = parseDigest(value);
    if (digest?.realm === options.realm) return judgeDigest(request, digest, options, checkNonce);
  }
  return { ok: false, why: 'no credentials yet' };
}

function judgeDigest(
  request: SipRequest,
  given: Params,
  options: AuthenticationOptions,
  checkNonce: CheckNonce,
): Verdict {
  const algorithm = options.algorithms.find((name) => name === (given.algorithm ?? 'MD5').toUpperCase());
  if (!algorithm) return { ok: false, why: `algorithm ${given.algorithm} was not offered` };
  const username = given.username ?? '';
  const user = username.split('@')[0] ?? '';
  const account = Object.hasOwn(options.users, user) ? options.users[user] : undefined;
  const secret = {
    username,
    realm: options.realm,
    password: account?.password ?? '',
    method: request.method,
  };
  const isRight = account && sameText(given.response ?? '', digestResponse(given, algorithm, secret));
  if (!isRight) {
    const why = `wrong password or unknown user ${user}`;
    return options.wrongPasswordStatus === 403 ? { ok: false, why, isForbidden: true } : { ok: false, why };
  }
  if (!isSameTarget(given.uri, request.uri)) return { ok: false, why: 'digest is for another URI' };
  const nonce = checkNonce(given);
  if (nonce === 'good') return { ok: true, user };
  return nonce === 'stale'
    ? { ok: false, why: 'stale nonce', isStale: true }
    : { ok: false, why: 'a nonce that is not ours' };
}

// Proxies on the way may have added parameters, so user and host decide (RFC 7616 §3.4.6 asks for "equivalent").
function isSameTarget(digestUri: string | undefined, requestUri: string): boolean {
  const [digest, request] = [parseUri(digestUri ?? ''), parseUri(requestUri)];
  if (!digest || !request) return digestUri === requestUri;
  return digest.user === request.user && digest.host === request.host;
}
