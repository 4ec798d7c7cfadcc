import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { BearerVerdict } from './authentication';

export type BearerCheck = {
  /** Who signs the tokens, as their `iss` says it. */
  readonly issuer: string;
  /** Where its public keys are. */
  readonly keysUrl: string;
  /** What the tokens must be for. */
  readonly audience: string;
  /** The user of a subject. A subject that is not in it has no telephone. */
  readonly users: Readonly<Record<string, string>>;
};

/** Checks the signature of an access token (RFC 9068), whom it is from and for, whom it stands for, and whether it is over. */
export function makeVerifyBearer(check: BearerCheck): (token: string) => Promise<BearerVerdict> {
  const keys = createRemoteJWKSet(new URL(check.keysUrl));
  return async (token) => {
    try {
      const { issuer, audience } = check;
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp'],
      });
      return userOf(payload, check.users);
    } catch (error) {
      return { ok: false, why: `token: ${error instanceof Error ? error.message : error}` };
    }
  };
}

function userOf({ sub = '' }: JWTPayload, users: BearerCheck['users']): BearerVerdict {
  const user = Object.hasOwn(users, sub) ? users[sub] : undefined;
  return user === undefined ? { ok: false, why: `token: nobody here is ${sub}` } : { ok: true, user };
}
