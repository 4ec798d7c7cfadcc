/** Why we are not registered. What each means to a person is said by the page. */
export type RegistrationFailure =
  | 'wrong-password'
  | 'unknown-user'
  | 'forbidden'
  | 'unsupported-digest'
  /** The server takes tokens of single sign-on only, and we have a password; and the other way round. */
  | 'needs-token'
  | 'needs-password'
  /** The accounts service gives no further token without the person; or cannot be asked right now. */
  | 'sign-in-again'
  | 'accounts-unreachable'
  | 'too-many-devices'
  | 'server-busy'
  | 'server-error'
  | 'unknown-host'
  | 'refused'
  | 'certificate'
  | 'timeout'
  | 'not-a-gateway'
  | 'offline'
  | 'blocked'
  | 'closed'
  | 'unreachable';

/**
 * off ──▶ registering ──▶ registered
 *  ▲          │  ▲            │
 *  │          ▼  │            │
 *  └─────── failed ◀──────────┘
 *
 * off          nobody is signed in
 * registering  a transport is being opened, or REGISTER is on its way; `after` is the failure that people were told of before, which
 *              is still what there is to know: an attempt can take many times longer than the pause between two
 * registered   the server granted a binding for `expiresSec` seconds
 * failed       the server or the network said no; with `retryAt` (epoch ms) we try again by ourselves, with null the
 *              person has to change something first
 */
export type Registration =
  | { state: 'off' }
  | { state: 'registering'; gateway: GatewayPlace; after?: FailedAttempt }
  | { state: 'registered'; gateway: GatewayPlace; expiresSec: number; since: number }
  | ({ state: 'failed'; retryAt: number | null } & FailedAttempt);

/** Where and why we could not register; the status is the SIP final response behind it, when there was one. */
export type FailedAttempt = { gateway: GatewayPlace; why: RegistrationFailure; sipStatus?: number };

/** Where we are in the ordered list of gateways: 0 is the primary. `url` is a WebSocket address. */
export type GatewayPlace = { url: string; index: number };

const moves = {
  off: ['registering'],
  registering: ['registering', 'registered', 'failed', 'off'],
  registered: ['registered', 'registering', 'failed', 'off'],
  failed: ['registering', 'failed', 'off'],
} as const satisfies Record<Registration['state'], readonly Registration['state'][]>;

/** The one gate of a registration: false when there is no such move. */
export function canMoveRegistration(from: Registration, to: Registration): boolean {
  return (moves[from.state] as readonly string[]).includes(to.state);
}

const failures: Readonly<Record<number, RegistrationFailure>> = {
  401: 'wrong-password',
  403: 'forbidden',
  404: 'unknown-user',
  407: 'wrong-password',
  408: 'timeout',
  503: 'server-busy',
};

/** What a final response to REGISTER means (RFC 3261 §10.3). */
export function failureOfStatus(status: number): RegistrationFailure {
  return failures[status] ?? (status < 500 ? 'forbidden' : 'server-error');
}

const personal: ReadonlySet<RegistrationFailure> = new Set([
  'wrong-password',
  'unknown-user',
  'forbidden',
  'unsupported-digest',
  'needs-token',
  'needs-password',
  'sign-in-again',
]);

/** Failures that trying again cannot mend: the person has to act. */
export function needsPerson(why: RegistrationFailure): boolean {
  return personal.has(why);
}

/** What Chromium's network stack says of a failed request ("net::ERR_…"), in our words. Null when it tells us nothing. */
export function failureOfNetError(netError: string): RegistrationFailure | null {
  if (/NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_/.test(netError)) return 'unknown-host';
  if (/CONNECTION_REFUSED/.test(netError)) return 'refused';
  if (/CERT_|SSL_/.test(netError)) return 'certificate';
  if (/TIMED_OUT/.test(netError)) return 'timeout';
  if (/INTERNET_DISCONNECTED|NETWORK_CHANGED/.test(netError)) return 'offline';
  if (/INVALID_HTTP_RESPONSE|WS_|UNEXPECTED|EMPTY_RESPONSE|INVALID_RESPONSE/.test(netError))
    return 'not-a-gateway';
  if (/BLOCKED|ACCESS_DENIED|ADDRESS_INVALID|UNSAFE_PORT/.test(netError)) return 'blocked';
  if (/ADDRESS_UNREACHABLE|CONNECTION_/.test(netError)) return 'unreachable';
  return null;
}
