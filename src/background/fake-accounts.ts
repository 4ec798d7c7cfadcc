import { createHash, randomUUID } from 'node:crypto';
import { vi } from 'vitest';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An accounts service in memory, with the window of the browser that leads to it: OAuth 2 as RFC 6749 and RFC 7636 have it. */
export class FakeAccounts {
  readonly redirectUrl = 'https://offhook.chromiumapp.org/';
  /** What happens in the window; silent ones are never seen. */
  person: 'known' | 'signs-in' | 'closes' | 'refuses' = 'signs-in';
  isReachable = true;
  knowsOpenId = true;
  givesRefreshTokens = true;
  lifetimeSec = 300;
  claims: Record<string, unknown> = { extension: '201' };
  /** What is done to the address that the window ends at, and to the claims of an ID token. */
  tamper: (back: URL) => void = () => {};
  tamperIdToken: (claims: Record<string, unknown>) => void = () => {};
  /** What an answer of the token endpoint waits for. */
  thinking: Promise<unknown> = Promise.resolve();
  readonly windows: { isSilent: boolean; url: URL }[] = [];
  /** What was asked of it, such as `refresh_token`, in order. */
  readonly asked: string[] = [];
  readonly revoked: string[] = [];
  readonly #codes = new Map<string, URLSearchParams>();
  readonly #refreshTokens = new Set<string>();
  #issued = 0;

  /** Puts it in the place of the network, and its windows into the browser. */
  constructor(browser: object) {
    const launchWebAuthFlow = (options: { url: string; interactive: boolean }) => this.#open(options);
    Object.assign(browser, { identity: { getRedirectURL: () => this.redirectUrl, launchWebAuthFlow } });
    vi.stubGlobal('fetch', (url: string, request: { body: URLSearchParams }) =>
      this.#answer(url, request.body),
    );
  }

  /** Everything that it has given is worth nothing any more. */
  forgetEveryone(): void {
    this.#refreshTokens.clear();
    this.person = 'signs-in';
  }

  async #open({ url, interactive }: { url: string; interactive: boolean }): Promise<string> {
    const asked = new URL(url);
    this.windows.push({ isSilent: !interactive, url: asked });
    if (!this.isReachable) throw new Error('Authorization page could not be loaded.');
    const back = new URL(this.redirectUrl);
    back.searchParams.set('state', asked.searchParams.get('state') ?? '');
    const isUnknown = !this.knowsOpenId && asked.searchParams.get('scope')?.includes('openid');
    if (isUnknown) back.searchParams.set('error', 'invalid_scope');
    else if (this.person === 'refuses') back.searchParams.set('error', 'access_denied');
    else if (interactive && this.person === 'closes') throw new Error('The user did not approve access.');
    else if (!interactive && this.person !== 'known') throw new Error('User interaction required.');
    else {
      this.person = 'known';
      const code = randomUUID();
      this.#codes.set(code, asked.searchParams);
      back.searchParams.set('code', code);
    }
    this.tamper(back);
    return back.href;
  }

  async #answer(url: string, form: URLSearchParams): Promise<Response> {
    const isRevocation = url.endsWith('/oauth2/revoke');
    this.asked.push(isRevocation ? 'revoke' : (form.get('grant_type') ?? ''));
    if (!this.isReachable) throw new TypeError('Failed to fetch');
    if (isRevocation) {
      this.revoked.push(form.get('token') ?? '');
      this.#refreshTokens.delete(form.get('token') ?? '');
      return new Response();
    }
    await this.thinking;
    const isGood = form.get('grant_type') === 'refresh_token' ? this.#isRefresh(form) : this.#isCode(form);
    return isGood ? this.#give(form) : Response.json({ error: 'invalid_grant' }, { status: 400 });
  }

  #isRefresh(form: URLSearchParams): boolean {
    return this.#refreshTokens.delete(form.get('refresh_token') ?? '');
  }

  #isCode(form: URLSearchParams): boolean {
    const asked = this.#codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return (
      asked?.get('code_challenge') === challenge && asked.get('redirect_uri') === form.get('redirect_uri')
    );
  }

  #give(form: URLSearchParams): Response {
    this.#issued += 1;
    const asked = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const refreshToken = `refresh-${this.#issued}`;
    if (this.givesRefreshTokens) this.#refreshTokens.add(refreshToken);
    const idClaims = { aud: 'offhook', nonce: asked?.get('nonce'), ...this.claims };
    this.tamperIdToken(idClaims);
    return Response.json({
      access_token: `access-${this.#issued}`,
      token_type: 'Bearer',
      expires_in: this.lifetimeSec,
      ...(this.givesRefreshTokens ? { refresh_token: refreshToken } : {}),
      ...(asked?.has('nonce') ? { id_token: `e30.${encode(idClaims)}.c2ln` } : {}),
    });
  }
}
