import { describe, expect, it } from 'vitest';
import { causeOfCancel, causeOfStatus } from './cause';

describe('a final response to our INVITE', () => {
  it.each([
    [300, 'moved'],
    [302, 'moved'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'no-answer'],
    [410, 'number-changed'],
    [415, 'no-common-codec'],
    [418, 'refused'],
    [480, 'unavailable'],
    [484, 'bad-number'],
    [486, 'busy'],
    [487, 'cancelled'],
    [488, 'no-common-codec'],
    [500, 'server-error'],
    [503, 'server-busy'],
    [504, 'no-answer'],
    [599, 'server-error'],
    [600, 'busy'],
    [603, 'declined'],
    [604, 'not-found'],
    [608, 'refused'],
  ])('%i means %s, and the number is kept for support', (sipStatus, kind) => {
    expect(causeOfStatus(sipStatus)).toEqual({ kind, sipStatus });
  });
});

describe('a CANCEL', () => {
  it.each([
    [[], 'caller-gave-up'],
    [['SIP;cause=200;text="Call completed elsewhere"'], 'answered-elsewhere'],
    [['sip ; text="Call completed elsewhere" ; cause = 200'], 'answered-elsewhere'],
    [['SIP;cause=603;text="Decline"'], 'declined-elsewhere'],
    [['SIP;cause=600'], 'declined-elsewhere'],
    [['SIP;cause=487'], 'caller-gave-up'],
    [['Q.850;cause=26'], 'answered-elsewhere'],
    [['Q.850;cause=16;text="Normal call clearing"'], 'caller-gave-up'],
    [['Q.850;cause=0'], 'caller-gave-up'],
    [['Q.850;cause=200'], 'caller-gave-up'],
    [['Q.850;cause=16, SIP;cause=200'], 'answered-elsewhere'],
    [['Q.850;cause=16', 'SIP;cause=603'], 'declined-elsewhere'],
    [['GOSSIP;cause=200'], 'caller-gave-up'],
    [['nonsense'], 'caller-gave-up'],
  ])('with Reason %j means %s', (reasons, kind) => {
    expect(causeOfCancel(reasons)).toEqual({ kind });
  });
});
