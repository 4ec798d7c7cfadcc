import { describe, expect, it } from 'vitest';
import {
  canMoveRegistration,
  failureOfNetError,
  failureOfStatus,
  needsPerson,
  type Registration,
} from './registration';

const gateway = { url: 'wss://one.example.com/ws', index: 0 };
const states = {
  off: { state: 'off' },
  registering: { state: 'registering', gateway },
  registered: { state: 'registered', gateway, expiresSec: 600, since: 1_000 },
  failed: { state: 'failed', gateway, why: 'timeout', retryAt: 5_000 },
} as const satisfies Record<Registration['state'], Registration>;

describe('a registration', () => {
  it('moves as the drawing says and in no other way', () => {
    const refused = Object.values(states).flatMap((from) =>
      Object.values(states)
        .filter((to) => !canMoveRegistration(from, to))
        .map((to) => `${from.state} → ${to.state}`),
    );
    // Whatever is not off can be followed by anything but a registration that nobody asked for.
    expect(refused).toEqual(['off → off', 'off → registered', 'off → failed', 'failed → registered']);
  });

  it.each([
    [401, 'wrong-password', true],
    [407, 'wrong-password', true],
    [403, 'forbidden', true],
    [404, 'unknown-user', true],
    [408, 'timeout', false],
    [420, 'forbidden', true],
    [500, 'server-error', false],
    [503, 'server-busy', false],
    [603, 'server-error', false],
  ] as const)(
    'refused with %i failed by %s; that the person has to act is %s',
    (status, why, isForPerson) => {
      expect(failureOfStatus(status)).toBe(why);
      expect(needsPerson(why)).toBe(isForPerson);
    },
  );

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'unknown-host'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_NETWORK_CHANGED', 'offline'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'not-a-gateway'],
    ['net::ERR_EMPTY_RESPONSE', 'not-a-gateway'],
    ['net::ERR_UNSAFE_PORT', 'blocked'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable'],
    ['net::ERR_CONNECTION_RESET', 'unreachable'],
    ['net::ERR_FAILED', null],
    ['', null],
  ])('of which the network stack says %s failed by %s', (netError, why) => {
    expect(failureOfNetError(netError)).toBe(why);
  });
});
