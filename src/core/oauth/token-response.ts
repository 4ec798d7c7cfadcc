import * as v from 'valibot';
import { readClaims } from './claims';
import type { SignOnFailure, TokenSet } from './token-set';

const shape = v.object({
  access_token: v.pipe(v.string(), v.minLength(1)),
  token_type: v.pipe(v.string(), v.toLowerCase(), v.literal('bearer')),
  expires_in: v.optional(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))])),
  refresh_token: v.optional(v.string()),
  id_token: v.optional(v.string()),
});

// RFC 6749 §5.1 only recommends to say how long a token is good for. One that is over sooner is refused and renewed.
const usualLifetimeSec = 3_600;

export type TokenAnswer =
  | { ok: true; tokens: TokenSet; idToken: string | null }
  | { ok: false; why: SignOnFailure };

/** What the token endpoint answered (RFC 6749 §5). `askedAt` is epoch ms; `status` that of HTTP; `body` whatever came as JSON. */
export function readTokenResponse(response: { status: number; body: unknown; askedAt: number }): TokenAnswer {
  const { status, body, askedAt } = response;
  if (status >= 500 || status === 429) return { ok: false, why: 'unreachable' };
  if (status >= 400) return { ok: false, why: 'refused' };
  const parsed = v.safeParse(shape, body);
  // A token that is bound to a key is not for us to show (RFC 9449), and a page is no answer at all.
  if (!parsed.success) return { ok: false, why: 'bad-reply' };
  const { access_token: value, expires_in: sec, refresh_token, id_token } = parsed.output;
  const expiresAt = sec === undefined ? expiryIn(value, askedAt) : askedAt + sec * 1_000;
  const tokens = {
    accessToken: { value, expiresAt },
    refreshToken: refresh_token ?? null,
    obtainedAt: askedAt,
  };
  return { ok: true, tokens, idToken: id_token ?? null };
}

function expiryIn(token: string, askedAt: number): number {
  const exp = readClaims(token)?.exp;
  return typeof exp === 'number' ? exp * 1_000 : askedAt + usualLifetimeSec * 1_000;
}
