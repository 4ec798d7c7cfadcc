/** Digest authentication, RFC 7616, with the algorithms that RFC 8760 names for SIP. */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DigestChallenge } from './challenge';

type Hash = (text: string) => string;
type Method = { hash: Hash; strength: number; isSession: boolean; qop: 'auth' | 'auth-int' | null };

const hashes = [
  ['MD5', md5],
  ['SHA-256', sha256],
  ['SHA-512-256', sha512_256],
] as const;

/** How strong a proof this challenge asks for, from 1; null when we cannot give it. */
export function digestStrength(challenge: DigestChallenge): number | null {
  return methodOf(challenge)?.strength ?? null;
}

/** One nonce of a server in use. A value: each request gives the next one. */
export type DigestSession = {
  readonly challenge: DigestChallenge;
  readonly username: string;
  readonly ha1: string;
  readonly cnonce: string;
  readonly nonce: string;
  /** How many requests this nonce has been used for. */
  readonly count: number;
};

/** Null when the challenge asks for what we cannot give. `cnonce` has to be unguessable. */
export function beginDigest(
  challenge: DigestChallenge,
  secret: { username: string; password: string; cnonce: string },
): DigestSession | null {
  const method = methodOf(challenge);
  if (!method) return null;
  const { username, password, cnonce } = secret;
  const own = method.hash(`${username}:${challenge.realm}:${password}`);
  const ha1 = method.isSession ? method.hash(`${own}:${challenge.nonce}:${cnonce}`) : own;
  return { challenge, username, ha1, cnonce, nonce: challenge.nonce, count: 0 };
}

/** The value of (Proxy-)Authorization for a request, and the session after it. `uri` is the Request-URI as it is sent. */
export function digestProof(
  session: DigestSession,
  request: { method: string; uri: string; body: string },
): { header: string; session: DigestSession } {
  const { challenge, nonce, cnonce, ha1, username } = session;
  const { hash, qop } = methodOf(challenge) ?? { hash: () => '', qop: null };
  const count = session.count + 1;
  const nc = count.toString(16).padStart(8, '0');
  const what = `${request.method}:${request.uri}`;
  const ha2 = hash(qop === 'auth-int' ? `${what}:${hash(request.body)}` : what);
  const response = hash(qop ? `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}` : `${ha1}:${nonce}:${ha2}`);
  const params = [
    `username=${quote(username)}`,
    `realm=${quote(challenge.realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(request.uri)}`,
    `response="${response}"`,
    ...(challenge.algorithm === null ? [] : [`algorithm=${challenge.algorithm}`]),
    ...(qop ? [`cnonce=${quote(cnonce)}`, `qop=${qop}`, `nc=${nc}`] : []),
    ...(challenge.opaque === null ? [] : [`opaque=${quote(challenge.opaque)}`]),
  ];
  return { header: `Digest ${params.join(', ')}`, session: { ...session, count } };
}

/** The server wants another nonce from now on (RFC 7616 §3.5); a session key stays the one that was computed first (§3.4.2). */
export function withNextNonce(session: DigestSession, nonce: string): DigestSession {
  return { ...session, nonce, count: 0 };
}

/** Without a count in it, the same answer could only be a replay. */
export function canUseAgain({ challenge }: DigestSession): boolean {
  return challenge.qop.length > 0;
}

function methodOf({ algorithm, qop }: DigestChallenge): Method | null {
  const name = (algorithm ?? 'MD5').toUpperCase();
  const isSession = name.endsWith('-SESS');
  const index = hashes.findIndex(([known]) => known === (isSession ? name.slice(0, -5) : name));
  const digest = hashes[index]?.[1];
  const protection = qop.includes('auth') ? 'auth' : qop.includes('auth-int') ? 'auth-int' : null;
  const isOffered = qop.length === 0 ? !isSession : protection !== null;
  if (!digest || !isOffered) return null;
  return {
    hash: (text) => bytesToHex(digest(utf8ToBytes(text))),
    strength: index + 1,
    isSession,
    qop: protection,
  };
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
