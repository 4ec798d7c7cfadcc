import { createHash, randomUUID } from 'node:crypto';
import type { Core } from 'sip.js';

/** Lets in who can prove who he is: the other side of RFC 7616 and RFC 8898, by a library that the phone does not use. */
export class FakeGate {
  realm = 'example.com';
  /** The password of every user; null asks for none. */
  password: string | null = 'secret';
  /** A digest challenge for each, in this order, with its algorithm parameter as it is written there (RFC 7616 §3.3). */
  algorithms: string[] = ['MD5'];
  qop = 'qop="auth", ';
  /** More parameters of every digest challenge, such as `opaque="x", `. */
  more = '';
  /** Where a Bearer challenge comes among the others. */
  bearer: 'none' | 'first' | 'last' = 'none';
  /** The service that it says tokens come from, as the parameter is written. */
  authzServer = ', authz_server="https://accounts.example.com"';
  readonly tokens = new Set<string>();
  /** How often a nonce may be used, each time with the next count. */
  usesOfNonce = 1;
  /** Requests that came with proof, and what they said. */
  readonly proofs: string[] = [];
  readonly #uses = new Map<string, number>();

  isAuthentic(message: Core.IncomingRequestMessage): boolean {
    const given = message.getHeader('authorization') ?? message.getHeader('proxy-authorization') ?? '';
    if (given) this.proofs.push(given);
    if (this.password === null && this.bearer === 'none') return true;
    const token = /^Bearer (\S+)$/.exec(given)?.[1];
    if (token) return this.bearer !== 'none' && this.tokens.has(token);
    return this.password !== null && this.#isRight(message.method, parametersOf(given), this.password);
  }

  /** The header lines of a refusal; `stale` when the proof was right but for its nonce. */
  challenges(message: Core.IncomingRequestMessage, name = 'WWW-Authenticate'): string[] {
    const given = message.getHeader('authorization') ?? message.getHeader('proxy-authorization') ?? '';
    const realm = this.realm.replace(/["\\]/g, '\\$&');
    const isOld = this.#uses.has(parametersOf(given).nonce ?? '') && this.#isHashRight(message.method, given);
    const stale = isOld ? 'stale=true, ' : '';
    const digests = (this.password === null ? [] : this.algorithms).map((algorithm) => {
      const nonce = randomUUID();
      this.#uses.set(nonce, 0);
      return `${name}: Digest realm="${realm}", nonce="${nonce}", ${stale}${this.qop}${this.more}algorithm=${algorithm}`;
    });
    const error = given.startsWith('Bearer') ? ', error="invalid_token"' : '';
    const bearer = `${name}: Bearer realm="${realm}"${this.authzServer}${error}`;
    if (this.bearer === 'none') return digests;
    return this.bearer === 'first' ? [bearer, ...digests] : [...digests, bearer];
  }

  #isHashRight(method: string, given: string): boolean {
    return this.password !== null && isRightHash(method, parametersOf(given), this.password);
  }

  #isRight(method: string, given: Parameters, password: string): boolean {
    const used = this.#uses.get(given.nonce ?? '');
    const offered = this.algorithms.map((algorithm) => algorithm.replaceAll('"', ''));
    if (used === undefined || !offered.includes(given.algorithm ?? 'MD5')) return false;
    if (!isRightHash(method, given, password) || used >= this.usesOfNonce) return false;
    if (given.qop && Number.parseInt(given.nc ?? '', 16) !== used + 1) return false;
    this.#uses.set(given.nonce ?? '', used + 1);
    return true;
  }
}

type Parameters = Record<string, string | undefined>;

const hashes: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-256': 'sha256',
  'SHA-512-256': 'sha512-256',
};

/** RFC 7616 §3.4.1 with qop=auth, RFC 2617 §3.2.2.1 without. */
function isRightHash(method: string, given: Parameters, password: string): boolean {
  const [, name = 'MD5', session] = /^(.*?)(-sess)?$/i.exec(given.algorithm ?? 'MD5') ?? [];
  const hash = (text: string) =>
    createHash(hashes[name.toUpperCase()] ?? 'md5')
      .update(text)
      .digest('hex');
  const own = hash(`${given.username}:${given.realm}:${password}`);
  const a1 = session ? hash(`${own}:${given.nonce}:${given.cnonce}`) : own;
  const a2 = hash(`${method}:${given.uri}`);
  const middle = given.qop ? `${given.nonce}:${given.nc}:${given.cnonce}:${given.qop}` : given.nonce;
  return given.response === hash(`${a1}:${middle}:${a2}`);
}

function parametersOf(header: string): Parameters {
  const found = header.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g);
  return Object.fromEntries(
    [...found].map(([, name, quoted, bare]) => [name, quoted?.replace(/\\(.)/g, '$1') ?? bare]),
  );
}
