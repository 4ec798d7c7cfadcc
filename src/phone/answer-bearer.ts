import type { AccessToken, TokenRenewal } from '../core/auth/access-token';
import { chooseBearer } from '../core/auth/choose';
import { log } from '../platform/log';
import {
  type Authentication,
  headerAskedFor,
  type Incoming,
  type Outgoing,
  type ProofHeader,
  type Verdict,
} from './authentication';
import { challengesOf } from './challenge-headers';

export type BearerOptions = {
  /** The service that the token is from: no other one may ask for it. */
  accountsAddress: string;
  /** The newest token, read for each request; null when there is none or its time is over. */
  token: () => AccessToken | null;
  /** Gets another one without the person; after that `token` gives it. */
  renew: () => Promise<TokenRenewal>;
  isOurs: (request: Outgoing) => boolean;
};

/**
 * Proves who we are by an access token (RFC 8898). Whoever holds it can be us for its lifetime, so it goes to our own telephone
 * system only, and a challenge of anyone else's is left unanswered. A token that is refused is renewed once for each request.
 */
export function makeBearerAuthentication(options: BearerOptions): Authentication {
  const headers = new Set<ProofHeader>(['Authorization']);
  return {
    begin(request) {
      const exchange = new BearerExchange(request, options, headers);
      exchange.sayUnasked();
      return exchange;
    },
  };
}

class BearerExchange {
  readonly #request: Outgoing;
  readonly #options: BearerOptions;
  /** Where this telephone system looks for a token. */
  readonly #headers: Set<ProofHeader>;
  readonly #isOurs: boolean;
  readonly #said = new Map<ProofHeader, string>();
  #isRenewed = false;

  constructor(request: Outgoing, options: BearerOptions, headers: Set<ProofHeader>) {
    this.#request = request;
    this.#options = options;
    this.#headers = headers;
    this.#isOurs = options.isOurs(request);
  }

  sayUnasked(): void {
    const token = this.#options.token();
    if (this.#isOurs && token) this.#say(token);
  }

  judge(response: Incoming): Verdict | Promise<Verdict> {
    const header = headerAskedFor(response);
    if (!header || !this.#isOurs) return null;
    const challenges = challengesOf(response);
    const challenge = chooseBearer(challenges, this.#options.accountsAddress);
    if (challenge) return this.#answer(header, challenge.error !== null);
    const others = challenges.filter(({ scheme }) => scheme === 'bearer');
    for (const other of others)
      if (other.scheme === 'bearer')
        log.error('token asked for by another service', { service: other.authzServer });
    if (others.length > 0) return 'sign-in-again';
    return challenges.length > 0 ? 'needs-password' : null;
  }

  #answer(header: ProofHeader, isRefused: boolean): Verdict | Promise<Verdict> {
    const token = this.#options.token();
    const wasSaid = token !== null && [...this.#said.values()].includes(token.value);
    const isMisplaced = !isRefused && !this.#said.has(header);
    this.#headers.add(header);
    // A newer one may have come while this request was on its way, or a proxy looks for it where we did not put it.
    if (token && (!wasSaid || isMisplaced)) return this.#say(token);
    return this.#isRenewed ? 'sign-in-again' : this.#renew();
  }

  async #renew(): Promise<Verdict> {
    this.#isRenewed = true;
    log.warn('token refused, asking for another', { method: this.#request.method });
    const renewal = await this.#options.renew();
    if (!renewal.ok) return renewal.why;
    const token = this.#options.token();
    return token ? this.#say(token) : 'sign-in-again';
  }

  #say(token: AccessToken): 'resend' {
    for (const header of this.#headers) {
      if (header === 'Proxy-Authorization' && this.#request.method === 'REGISTER') continue;
      this.#request.setHeader(header, `Bearer ${token.value}`);
      this.#said.set(header, token.value);
    }
    return 'resend';
  }
}
