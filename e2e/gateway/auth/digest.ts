import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Params, parseParams, quote } from '../sip/address';
import { splitList } from '../sip/message';

/** The algorithms of RFC 7616 that SIP servers offer (RFC 8760). */
export type DigestAlgorithm = 'MD5' | 'SHA-256';

const hashes = { MD5: 'md5', 'SHA-256': 'sha256' } as const satisfies Record<DigestAlgorithm, string>;

const hash = (algorithm: DigestAlgorithm, text: string) =>
  createHash(hashes[algorithm]).update(text).digest('hex');

/** The parameters of `Digest a="b", c=d`, or undefined for another scheme. Names come in lower case. */
export function parseDigest(value: string): Params | undefined {
  const rest = /^\s*Digest\s+(.*)$/is.exec(value)?.[1];
  return rest === undefined ? undefined : parseParams(`;${splitList(rest).join(';')}`);
}

export interface DigestSecret {
  readonly username: string;
  readonly realm: string;
  readonly password: string;
  readonly method: string;
}

/** The `response` that proves the password: RFC 7616 §3.4.1 with qop=auth, RFC 2617 §3.2.2.1 without qop. */
export function digestResponse(given: Params, algorithm: DigestAlgorithm, secret: DigestSecret): string {
  const { username, realm, password, method } = secret;
  const a1 = hash(algorithm, `${username}:${realm}:${password}`);
  const a2 = hash(algorithm, `${method}:${given.uri ?? ''}`);
  const nonce = given.nonce ?? '';
  const middle =
    given.qop === undefined ? nonce : `${nonce}:${given.nc ?? ''}:${given.cnonce ?? ''}:${given.qop}`;
  return hash(algorithm, `${a1}:${middle}:${a2}`);
}

export interface Nonces {
  make(): string;
  /** 'stale' is ours but too old or used before with the same count: the client may try again unasked. */
  check(given: Params): 'good' | 'stale' | 'foreign';
}

/**
 * Nonces that carry their own birth time, sealed by a secret of this server (RFC 7616 §5.4), so none is stored;
 * only the counts of those that were used are kept, to notice a replay.
 */
export function makeNonces(lifetimeMs: number, now: () => number): Nonces {
  const key = randomBytes(16);
  const seal = (text: string) => createHmac('sha256', key).update(text).digest('hex').slice(0, 24);
  const used = new Map<string, number>();
  return {
    make() {
      const text = `${now().toString(36)}.${randomBytes(6).toString('hex')}`;
      return `${text}.${seal(text)}`;
    },
    check(given) {
      const [bornAt = '', salt = '', mark = ''] = (given.nonce ?? '').split('.');
      if (!sameText(mark, seal(`${bornAt}.${salt}`))) return 'foreign';
      if (now() - Number.parseInt(bornAt, 36) >= lifetimeMs) return 'stale';
      for (const [use, at] of used) if (now() - at >= lifetimeMs) used.delete(use);
      const use = `${given.nonce}:${given.nc ?? ''}:${given.cnonce ?? ''}`;
      if (given.qop !== undefined && used.has(use)) return 'stale';
      used.set(use, now());
      return 'good';
    },
  };
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** One challenge header value; a server that takes several algorithms sends one header for each (RFC 8760 §2.4). */
export function formatChallenge(realm: string, nonce: string, algorithm: DigestAlgorithm, stale: boolean) {
  const parts = [`realm=${quote(realm)}`, `nonce="${nonce}"`, `algorithm=${algorithm}`, 'qop="auth"'];
  if (stale) parts.push('stale=true');
  return `Digest ${parts.join(', ')}`;
}
