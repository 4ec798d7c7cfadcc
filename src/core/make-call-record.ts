import type { CallRecord } from './call-record';

/** For tests: a missed call from Bob that came at the given second, changed as wanted. */
export function makeCallRecord(second: number, change: Partial<CallRecord> = {}): CallRecord {
  return {
    id: `c${second}`,
    direction: 'inbound',
    typed: '202',
    sent: '202',
    displayName: 'Bob',
    startedAt: second * 1_000,
    answeredAt: null,
    endedAt: second * 1_000 + 500,
    outcome: 'missed',
    cause: 'caller-gave-up',
    gateway: 'gw1.example.com',
    quality: null,
    note: '',
    ...change,
  };
}
