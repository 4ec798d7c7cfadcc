import type { Cause } from './cause';

export type CallId = string & { readonly brand: 'CallId' };
export type Direction = 'inbound' | 'outbound';

/** Who is at the other end, as far as the wire told us. `number` is the user part of the address, or a whole SIP URI. */
export type RemoteParty = { number: string; displayName: string };

/**
 * What the person typed and what went out after the dial rules, which `asTyped` switched off; for an inbound call both are the
 * caller's number.
 */
export type Target = { typed: string; sent: string; asTyped?: true };

/**
 * dialing ──▶ ringing ──▶ connecting ──▶ active ◀──▶ held
 *    └───────────┴────────────┴────────────┴──────────┴──▶ ended
 *
 * dialing     outbound: the INVITE is on its way, nobody rings yet
 * ringing     outbound: the far end rings (180, 183); inbound: we ring
 * connecting  answered by one side, the other side does not know yet
 * active      both hear each other
 * held        one side, or both, put the other on hold (RFC 3264 §8.4)
 * ended       over, with its cause
 */
export type Call = {
  id: CallId;
  direction: Direction;
  remote: RemoteParty;
  target: Target;
  /** Epoch ms of the click, or of the INVITE that reached us. */
  startedAt: number;
  isEmergency: boolean;
} & CallProgress;

export type CallProgress =
  | { state: 'dialing' }
  | { state: 'ringing'; since: number; hasEarlyMedia: boolean }
  | { state: 'connecting' }
  | ({ state: 'active' } & Talk)
  | ({ state: 'held'; by: 'us' | 'them' | 'both' } & Talk)
  | { state: 'ended'; endedAt: number; cause: Cause };

/**
 * What is true while two people are connected. `signalling` is lost when the gateway is gone and only media flows; without
 * `hasMicrophone` it could not be opened, and the far end hears silence.
 */
export type Talk = {
  answeredAt: number;
  isMuted: boolean;
  hasMicrophone: boolean;
  signalling: 'ok' | 'lost';
};

export type CallState = Call['state'];

const moves = {
  dialing: ['ringing', 'connecting', 'ended'],
  ringing: ['ringing', 'connecting', 'ended'],
  connecting: ['active', 'ended'],
  active: ['active', 'held', 'ended'],
  held: ['held', 'active', 'ended'],
  ended: [],
} as const satisfies Record<CallState, readonly CallState[]>;

/** The one gate of a call: the moved call, or null when there is no such move. A move to its own state changes a detail. */
export function moveCall(call: Call, to: CallProgress): Call | null {
  if (!(moves[call.state] as readonly CallState[]).includes(to.state)) return null;
  const { id, direction, remote, target, startedAt, isEmergency } = call;
  return { id, direction, remote, target, startedAt, isEmergency, ...to };
}

export function isLive(call: Call): boolean {
  return call.state !== 'ended';
}

/** Begun, and not yet answered or given up. */
export function isBeingSetUp(call: Call): boolean {
  return isLive(call) && !isTalking(call);
}

export function talkOf(call: Extract<Call, { state: 'active' | 'held' }>): Talk {
  const { answeredAt, isMuted, hasMicrophone, signalling } = call;
  return { answeredAt, isMuted, hasMicrophone, signalling };
}

export function isTalking(call: Call): call is Extract<Call, { state: 'active' | 'held' }> {
  return call.state === 'active' || call.state === 'held';
}
