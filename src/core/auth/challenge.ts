/** What a server that refuses a request wants to see, as WWW-Authenticate and Proxy-Authenticate say it. */

/** RFC 7616 §3.3. `algorithm` is null where the server leaves it to be MD5; `qop` is empty for a server of RFC 2069. */
export type DigestChallenge = {
  scheme: 'digest';
  realm: string;
  nonce: string;
  opaque: string | null;
  algorithm: string | null;
  qop: readonly string[];
  isStale: boolean;
};

/** RFC 8898 §4. `error` is there when a token was sent and refused (RFC 6750 §3.1). */
export type BearerChallenge = {
  scheme: 'bearer';
  realm: string;
  authzServer: string | null;
  error: string | null;
};

export type Challenge = DigestChallenge | BearerChallenge;

/** Names in lower case, values without their quotes. */
export type AuthParams = ReadonlyMap<string, string>;

const item = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s,"]*)))?(?=[\s,]|$)/y;

/** The challenges of all these headers in their order. Other schemes, and what cannot be read, are left out. */
export function parseChallenges(headers: readonly string[]): Challenge[] {
  return headers.flatMap(split).flatMap(({ scheme, params }): Challenge[] => {
    if (scheme === 'digest') return toDigest(params);
    return scheme === 'bearer' ? toBearer(params) : [];
  });
}

/** The parameters of a header that names no scheme, such as Authentication-Info. */
export function parseAuthParams(header: string): AuthParams {
  return split(`none ${header}`)[0]?.params ?? new Map();
}

type Split = { scheme: string; params: Map<string, string> };

/** SIP gives each challenge a header of its own (RFC 3261 §20.27), but HTTP libraries put several into one. */
function split(header: string): Split[] {
  const found: Split[] = [];
  item.lastIndex = 0;
  for (let match = item.exec(header); match; match = item.exec(header)) {
    const [, name = '', quoted, bare] = match;
    const value = quoted?.replace(/\\([\s\S])/g, '$1') ?? bare;
    if (value === undefined) found.push({ scheme: name.toLowerCase(), params: new Map() });
    else found.at(-1)?.params.set(name.toLowerCase(), value);
  }
  return found;
}

function toDigest(params: AuthParams): DigestChallenge[] {
  const [realm, nonce] = [params.get('realm'), params.get('nonce')];
  if (realm === undefined || nonce === undefined) return [];
  return [
    {
      scheme: 'digest',
      realm,
      nonce,
      opaque: params.get('opaque') ?? null,
      algorithm: params.get('algorithm') ?? null,
      qop: (params.get('qop') ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
      isStale: params.get('stale')?.toLowerCase() === 'true',
    },
  ];
}

function toBearer(params: AuthParams): BearerChallenge[] {
  return [
    {
      scheme: 'bearer',
      realm: params.get('realm') ?? '',
      authzServer: params.get('authz_server') ?? null,
      error: params.get('error') ?? null,
    },
  ];
}
