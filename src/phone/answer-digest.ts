import { type Challenge, type DigestChallenge, parseAuthParams } from '../core/auth/challenge';
import { chooseDigest } from '../core/auth/choose';
import {
  beginDigest,
  canUseAgain,
  type DigestSession,
  digestProof,
  withNextNonce,
} from '../core/auth/digest';
import { log } from '../platform/log';
import {
  type Authentication,
  headerAskedFor,
  type Incoming,
  type Outgoing,
  type ProofHeader,
  removeProof,
  type Verdict,
} from './authentication';
import { challengesOf } from './challenge-headers';

// A server whose nonces live shorter than a round trip would keep us asking for ever.
const staleAtMost = 2;

export type DigestOptions = {
  username: string;
  password: string;
  /** The SIP domain, which is a realm of our own whatever the registrar's is. */
  domain: string;
  isOurs: (request: Outgoing) => boolean;
  /** A client nonce that nobody can guess. */
  makeCnonce: () => string;
};

/** What the requests of one account know together. */
type Memory = {
  /** The realms in which the registrar has asked for the password. */
  realms: Set<string>;
  /** Nonces that the server has accepted an answer to, by the header that it goes into. */
  accepted: Map<ProofHeader, DigestSession>;
};

/**
 * Proves that we know the password without saying it (RFC 7616). The strongest digest on offer wins, and a nonce that was good
 * is used again, which saves a call the round trip of a challenge.
 */
export function makeDigestAuthentication(options: DigestOptions): Authentication {
  const memory: Memory = { realms: new Set(), accepted: new Map() };
  return {
    begin(request) {
      const exchange = new DigestExchange(request, options, memory);
      exchange.sayUnasked();
      return exchange;
    },
  };
}

class DigestExchange {
  readonly #request: Outgoing;
  readonly #options: DigestOptions;
  readonly #memory: Memory;
  readonly #isOurs: boolean;
  readonly #given = new Map<ProofHeader, DigestSession>();
  #isUnasked = false;
  #stale = 0;

  constructor(request: Outgoing, options: DigestOptions, memory: Memory) {
    this.#request = request;
    this.#options = options;
    this.#memory = memory;
    this.#isOurs = options.isOurs(request);
  }

  sayUnasked(): void {
    if (!this.#isOurs) return;
    for (const [header, session] of this.#memory.accepted) {
      this.#memory.accepted.set(header, this.#put(header, session));
      this.#isUnasked = true;
    }
  }

  judge(response: Incoming): Verdict {
    const header = headerAskedFor(response);
    if (header) return this.#answer(header, challengesOf(response));
    if (response.statusCode === 403) return this.#takeBack();
    this.#learn(response);
    return null;
  }

  #answer(header: ProofHeader, challenges: readonly Challenge[]): Verdict {
    const chosen = chooseDigest(challenges.filter((challenge) => this.#isTrusted(challenge)));
    if (!chosen) return whyNone(challenges);
    const before = this.#given.get(header);
    const isSecond = before?.challenge.realm === chosen.realm;
    if (isSecond && !(chosen.isStale && this.#stale < staleAtMost)) {
      this.#memory.accepted.delete(header);
      return 'wrong-password';
    }
    if (isSecond) this.#stale += 1;
    const { username, password, makeCnonce } = this.#options;
    const session = beginDigest(chosen, { username, password, cnonce: makeCnonce() });
    if (!session) return 'unsupported-digest';
    this.#given.set(header, this.#put(header, session));
    return 'resend';
  }

  #put(header: ProofHeader, session: DigestSession): DigestSession {
    const { method, ruri, body } = this.#request;
    const what = { method, uri: ruri.toRaw(), body: typeof body === 'string' ? body : (body?.body ?? '') };
    const used = digestProof(session, what);
    this.#request.setHeader(header, used.header);
    return used.session;
  }

  /**
   * Only the registrar, to whom our own gateway leads, says which realms may see a digest. A far end that asks for one of its
   * own wants something to guess the password by.
   */
  #isTrusted(challenge: Challenge): boolean {
    if (challenge.scheme !== 'digest') return false;
    const { realms } = this.#memory;
    if (this.#request.method === 'REGISTER') realms.add(challenge.realm);
    const isKnown = realms.has(challenge.realm) || challenge.realm === this.#options.domain;
    // Without a registration, as for an emergency call, there is nobody to learn from.
    const isTrusted = isKnown || (realms.size === 0 && this.#isOurs);
    if (!isTrusted) log.warn('challenge of another realm not answered', { realm: challenge.realm });
    return isTrusted;
  }

  /** Some servers say 403 to a wrong password, so one may well say it to a nonce that it no longer knows. */
  #takeBack(): Verdict {
    this.#memory.accepted.clear();
    const mayAskAgain = this.#isUnasked && this.#given.size === 0 && this.#request.method === 'REGISTER';
    this.#isUnasked = false;
    if (!mayAskAgain) return null;
    removeProof(this.#request);
    return 'resend';
  }

  #learn(response: Incoming): void {
    const { accepted } = this.#memory;
    // 100 comes from the next hop, which may not have looked at it yet.
    if (response.statusCode === 100) return;
    for (const [header, session] of this.#given) if (canUseAgain(session)) accepted.set(header, session);
    this.#given.clear();
    for (const [header, name] of infoHeaders) {
      const nonce = parseAuthParams(response.getHeader(name) ?? '').get('nextnonce');
      const session = accepted.get(header);
      if (nonce && session) accepted.set(header, withNextNonce(session, nonce));
    }
  }
}

const infoHeaders = [
  ['Authorization', 'authentication-info'],
  ['Proxy-Authorization', 'proxy-authentication-info'],
] as const;

function whyNone(challenges: readonly Challenge[]): Verdict {
  const isDigest = (challenge: Challenge): challenge is DigestChallenge => challenge.scheme === 'digest';
  if (challenges.some(isDigest)) return 'unsupported-digest';
  return challenges.length > 0 ? 'needs-token' : null;
}
