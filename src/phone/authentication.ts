import type { Core } from 'sip.js';
import type { RegistrationFailure } from '../core/registration';

export type Outgoing = Core.OutgoingRequestMessage;
export type Incoming = Core.IncomingResponseMessage;

/** A server asks in WWW-Authenticate with 401, a proxy in Proxy-Authenticate with 407 (RFC 3261 §22). */
export type ProofHeader = 'Authorization' | 'Proxy-Authorization';

/**
 * resend  the proof that was asked for is on the request now
 * null    the response says all there is to say
 * else    why there is no proof that would do
 */
export type Verdict = 'resend' | RegistrationFailure | null;

/** One request, from when it is first sent to its final response. */
export type Exchange = {
  /** Looks at each response, and when it is a challenge, answers it as often as that makes sense. */
  judge(response: Incoming): Verdict | Promise<Verdict>;
};

/** A way to prove who we are. */
export type Authentication = {
  /** Before a request is sent: puts on it what the server would only ask for. */
  begin(request: Outgoing): Exchange;
};

/** Where proof goes that this response asks for; null when it asks for none. */
export function headerAskedFor({ statusCode }: Incoming): ProofHeader | null {
  return statusCode === 401 ? 'Authorization' : statusCode === 407 ? 'Proxy-Authorization' : null;
}

/** A request that is sent again and again must not repeat what it said the last time. */
export function removeProof({ headers }: Outgoing): void {
  delete headers.Authorization;
  delete headers['Proxy-Authorization'];
}

/**
 * Whether a request is for our own telephone system, and so may say who we are before anyone asks. Whoever else it is for could
 * keep a token, or guess at the password behind a digest at leisure. That includes who has called us: a caller writes the
 * address that our requests to him bear.
 */
export function makeIsOurs(hosts: readonly string[]): (request: Addressed) => boolean {
  const ownHosts = new Set(hosts.map((host) => host.toLowerCase()));
  // Each by itself: a call must not be forgotten over subscriptions, of which many are made anew at once.
  const opened: Readonly<Record<string, string[]>> = { INVITE: [], SUBSCRIBE: [], REFER: [] };
  return ({ method, toURI, toTag, callId }) => {
    if (method === 'REGISTER') return true;
    if (toTag) return Object.values(opened).some((callIds) => callIds.includes(callId));
    const isOwn = ownHosts.has(toURI.host.toLowerCase());
    const callIds = isOwn ? opened[method] : undefined;
    if (callIds && callIds.push(callId) > rememberedAtMost) callIds.shift();
    return isOwn;
  };
}

type Addressed = Pick<Outgoing, 'method' | 'toURI' | 'toTag' | 'callId'>;

// Many more than there are at once.
const rememberedAtMost = 100;
