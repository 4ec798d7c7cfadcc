import { readBase64Url } from './base64url';

/** What a JSON Web Token says, RFC 7519. Its signature is not checked: it came from its issuer by a connection of our own. */
export type Claims = Readonly<Record<string, unknown>>;

/** Null for a token that is no JWT; an access token need not be one. */
export function readClaims(token: string): Claims | null {
  const parts = token.split('.');
  const payload = parts.length === 3 ? readBase64Url(parts[1] ?? '') : null;
  if (payload === null) return null;
  try {
    const claims: unknown = JSON.parse(payload);
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}

/** Whether an ID token answers our request (OpenID Connect Core §3.1.3.7): for us, and for this very sign-on. */
export function isForSignOn(
  idToken: string,
  { clientId, nonce }: { clientId: string; nonce: string | null },
): boolean {
  const claims = readClaims(idToken);
  return (
    claims !== null && [claims.aud].flat().includes(clientId) && (nonce === null || claims.nonce === nonce)
  );
}

/** A person's own telephone, as far as the accounts service knows it; null when it does not. */
export function extensionIn(tokens: readonly (string | null)[]): string | null {
  const all = tokens.map((token) => (token === null ? null : readClaims(token)));
  for (const claims of all) if (isExtension(claims?.extension)) return claims.extension;
  // A user name is an extension only where it looks like one.
  for (const claims of all)
    if (isExtension(claims?.preferred_username) && /^\d+$/.test(claims.preferred_username))
      return claims.preferred_username;
  return null;
}

const isExtension = (claim: unknown): claim is string =>
  typeof claim === 'string' && /^[\w.+-]{1,64}$/.test(claim);
