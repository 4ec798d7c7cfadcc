import type { PhoneSetup } from '../bus/protocol';
import { makeBearerAuthentication } from './answer-bearer';
import { makeDigestAuthentication } from './answer-digest';
import { type Authentication, makeIsOurs } from './authentication';
import type { TokenSource } from './token-source';

/** By what the setup signs in with: a token where the person has signed on at the accounts service, else the password. */
export function makeAuthentication(setup: PhoneSetup, tokens: TokenSource): Authentication {
  const { credentials, extension, sipDomain, everyGateway } = setup;
  const isOurs = makeIsOurs([sipDomain, ...everyGateway.map((url) => new URL(url).hostname)]);
  if (credentials.kind === 'token') {
    const { accountsAddress } = credentials;
    return makeBearerAuthentication({ accountsAddress, isOurs, token: tokens.newest, renew: tokens.renew });
  }
  const { password } = credentials;
  const makeCnonce = () => crypto.randomUUID();
  return makeDigestAuthentication({ username: extension, password, domain: sipDomain, isOurs, makeCnonce });
}
