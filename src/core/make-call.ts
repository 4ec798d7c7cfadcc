import type { Call, CallId, CallProgress } from './call';

/** For tests: a call to Bob in the given state, changed as wanted. */
export function makeCall(
  progress: CallProgress,
  change: Partial<Pick<Call, 'direction' | 'remote' | 'target' | 'startedAt' | 'isEmergency'>> & {
    id?: string;
  } = {},
): Call {
  return {
    direction: 'outbound',
    remote: { number: '202', displayName: 'Bob' },
    target: { typed: '2-02', sent: '202' },
    startedAt: 1_000,
    isEmergency: false,
    ...change,
    id: (change.id ?? 'c1') as CallId,
    ...progress,
  };
}
