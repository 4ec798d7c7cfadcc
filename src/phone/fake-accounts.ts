import type { AccessToken, TokenRenewal } from '../core/auth/access-token';

/** The accounts service as far as the phone knows it: asked for another token, it gives one or does not. */
export class FakeAccounts {
  /** How often the phone has asked. */
  asked = 0;
  /** What it says; tokens are given as long as it is ok. */
  answer: TokenRenewal = { ok: true };
  /** What an answer waits for. */
  thinking: Promise<unknown> = Promise.resolve();
  /** Where the tokens that it gives are good. */
  readonly #gates: { tokens: Set<string> }[];
  #issued = 0;

  constructor(gates: { tokens: Set<string> }[]) {
    this.#gates = gates;
  }

  /** `isGood` false: no gateway will take it. */
  issue({ lifetimeMs = 300_000, isGood = true } = {}): AccessToken {
    this.#issued += 1;
    const value = `token-${this.#issued}`;
    if (isGood) for (const gate of this.#gates) gate.tokens.add(value);
    return { value, expiresAt: Date.now() + lifetimeMs };
  }

  /** All tokens that were given are worth nothing from now on. */
  revoke(): void {
    for (const gate of this.#gates) gate.tokens.clear();
  }

  async renew(take: (token: AccessToken) => void): Promise<TokenRenewal> {
    this.asked += 1;
    await this.thinking;
    if (this.answer.ok) take(this.issue({ isGood: this.givesGood }));
    return this.answer;
  }

  /** Whether gateways take what it gives. */
  givesGood = true;
}
