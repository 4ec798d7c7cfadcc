import type { Call, RemoteParty } from '../core/call';
import { causeSentence } from './cause-sentence';
import { text } from './text';

/** What a call is doing right now, in a few words; for an ended call, why. */
export function callSentence(call: Call): string {
  switch (call.state) {
    case 'dialing':
      return text('callStateDialing');
    case 'ringing':
      if (call.direction === 'inbound') return text('callStateIncoming');
      return text(call.hasEarlyMedia ? 'callStateEarlyMedia' : 'callStateRinging');
    case 'connecting':
      return text('callStateConnecting');
    case 'active':
      return text(call.isMuted ? 'callStateMuted' : 'callStateActive');
    case 'held':
      return text(heldKeys[call.by]);
    case 'ended':
      return causeSentence(call.cause);
  }
}

const heldKeys = {
  us: 'callStateHeldByUs',
  them: 'callStateHeldByThem',
  both: 'callStateHeldByBoth',
} as const;

/** A caller who hid the number is called anonymous on the wire (RFC 3323 §4.1.1.3), and there is nobody to call back. */
export function isAnonymous(party: RemoteParty): boolean {
  return party.number === '' || /^(sips?:)?anonymous(@|$)/i.test(party.number);
}

/** The name where there is one, else the number. */
export function partyName(party: RemoteParty): string {
  if (isAnonymous(party)) return text('anonymousCaller');
  return party.displayName || party.number;
}
