import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { type Memory, makeMemory } from './identity-memory';
import { readForm, signInPage } from './identity-pages';

/** Someone with an account: what the service calls them, and the extension that it knows, if it does. */
export type Account = { subject: string; extension?: string };

export type IdentityProviderOptions = {
  /** 0, the default, takes any free port. */
  port?: number;
  clientId?: string;
  /** Where it may send people back to: `https://ID.chromiumapp.org/`. */
  redirectUris: readonly string[];
  /** By the name that is typed into its form. */
  accounts?: Readonly<Record<string, Account>>;
  /** A name of `accounts` who is signed in without a form. */
  autoLogin?: string;
  accessTokenSec?: number;
  givesRefreshTokens?: boolean;
  /** Whether it has `/oauth2/revoke`. */
  revokes?: boolean;
};

/** An OAuth 2 authorization server on loopback: a real one, `oidc-provider`, with the paths of the accounts portal. */
export type IdentityProvider = {
  /** `http://127.0.0.1:PORT`, for `AccountsAddress`; it is also the issuer of tokens. */
  address: string;
  clientId: string;
  /** What its access tokens are for. */
  audience: string;
  keysUrl: string;
  /** Every request, such as `POST /oauth2/access_token refresh_token 200`. */
  requests: readonly string[];
  /** Says no to everybody from now on, or to nobody any more. */
  refuse(isRefusing: boolean): void;
  /** Forgets who is signed in and what was given: nobody gets a token any more without the form. */
  forgetEveryone(): void;
  close(): Promise<void>;
};

export const defaultAccounts = {
  alice: { subject: 'a11ce', extension: '201' },
  bob: { subject: 'b0b' },
} as const satisfies Readonly<Record<string, Account>>;

const resource = 'urn:offhook:telephony';
const audience = 'sip';
const scope = 'email profile spaces';

export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { clientId = 'offhook', autoLogin } = options;
  const accounts: Readonly<Record<string, Account>> = options.accounts ?? defaultAccounts;
  const server = createServer();
  const address = await listen(server, options.port ?? 0);
  const memory = makeMemory();
  const provider = new Provider(address, await configure(options, { clientId, accounts, memory }));
  const answer = provider.callback();
  const requests: string[] = [];
  let isRefusing = false;
  const finish = (request: IncomingMessage, response: ServerResponse, name: string | undefined) => {
    const account = name === undefined ? undefined : accounts[name];
    const isIn = account !== undefined && !isRefusing;
    const result = isIn ? { login: { accountId: account.subject } } : { error: 'access_denied' };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  const signIn = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') return finish(request, response, (await readForm(request)).name);
    if (isRefusing || autoLogin !== undefined) return finish(request, response, autoLogin);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(signInPage);
  };
  server.on('request', (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    response.once('finish', () => requests.push(`${request.method} ${path} ${response.statusCode}`));
    if (path.startsWith('/sign-in/')) void signIn(request, response);
    else void answer(request, response);
  });
  return {
    address,
    clientId,
    audience,
    keysUrl: `${address}/jwks`,
    requests,
    refuse: (now) => {
      isRefusing = now;
    },
    forgetEveryone: memory.clear,
    close: () => shut(server),
  };
}

async function configure(
  { redirectUris, accessTokenSec = 300, givesRefreshTokens = true, revokes = true }: IdentityProviderOptions,
  {
    clientId,
    accounts,
    memory,
  }: { clientId: string; accounts: Readonly<Record<string, Account>>; memory: Memory },
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const bySubject = new Map(Object.values(accounts).map((account) => [account.subject, account]));
  const extensionOf = (subject: string | undefined) => bySubject.get(subject ?? '')?.extension;
  return {
    adapter: memory.adapter,
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['only for tests'] },
    // It answers requests with an Origin only where it is told to, and an extension sends its own.
    clientBasedCORS: (_ctx, origin) => origin.startsWith('chrome-extension://'),
    scopes: ['openid', ...scope.split(' ')],
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/access_token',
      revocation: '/oauth2/revoke',
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: async () => ({ sub: subject }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      // Whoever is signed in has agreed: this is a service of their own company.
      const grant = new provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope(`openid ${scope}`);
      grant.addResourceScope(resource, scope);
      await grant.save();
      return grant;
    },
    issueRefreshToken: async () => givesRefreshTokens,
    extraTokenClaims: (_ctx, token) => {
      const extension = 'accountId' in token ? extensionOf(token.accountId) : undefined;
      return extension === undefined ? undefined : { extension };
    },
    ttl: {
      AccessToken: accessTokenSec,
      IdToken: 300,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 600,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: revokes, allowedPolicy: async () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience,
          accessTokenTTL: accessTokenSec,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
