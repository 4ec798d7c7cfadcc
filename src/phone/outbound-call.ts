import { type Core, Inviter, SessionState, type URI } from 'sip.js';
import type { PlaceCall } from '../bus/protocol';
import type { Call, CallId } from '../core/call';
import { causeOfStatus } from '../core/cause';
import { forwardedTo } from '../core/forwarding';
import { log } from '../platform/log';
import type { CallMedia } from './call-media';
import { type CallEvents, CallSession } from './call-session';
import type { Line } from './line';
import { pause } from './time';

/** A call that has just been asked for, and of which nobody has been told yet. */
export function makeCall(id: CallId, { typed, sent, asTyped, isEmergency }: PlaceCall): Call {
  return {
    id,
    direction: 'outbound',
    remote: { number: sent, displayName: '' },
    target: { typed, sent, ...(asTyped && { asTyped }) },
    startedAt: Date.now(),
    isEmergency,
    state: 'dialing',
  };
}

export type OutboundParts = {
  uri: URI;
  /** Tones for after the answer, often none. */
  dtmf: string;
  line: Line;
  /** Makes the audio of this INVITE, which sip.js then asks for by its session. */
  makeMedia: (inviter: Inviter) => CallMedia;
  events: CallEvents;
  /** When nothing at all comes back for so long, the call ends without a connection. */
  patienceMs?: number;
};

/** Sends the INVITE and follows it to the answer or to the reason why there is none. */
export function placeCall(made: Call, parts: OutboundParts): CallSession {
  const { uri, dtmf, line, events } = parts;
  const inviter = new Inviter(line.ua, uri);
  const media = parts.makeMedia(inviter);
  const call = new CallSession(made, {
    session: inviter,
    media,
    gatewayUrl: line.gatewayUrl,
    unanswered: { giveUp: () => cancel(inviter), answer: null },
    events,
  });
  const heard = new AbortController();
  if (parts.patienceMs !== undefined) void endWhenSilent(call, inviter, { ...parts, heard: heard.signal });
  inviter.stateChange.addListener((state) => {
    if (state === SessionState.Established) {
      call.establish();
      if (dtmf) media.sendDtmf(dtmf);
    }
    // Whatever said why has said it in the same turn; sip.js leaves no word when it could not apply the answer.
    if (state === SessionState.Terminated) queueMicrotask(() => call.endOfItself());
  });
  const final = ({ message }: Core.IncomingResponse) => {
    // The library answers in the gateway's place when the request could not be sent, or nobody reacted to it.
    const isFromGateway = message.hasHeader('via');
    if (message.statusCode && message.statusCode < 400) tellForwarding(call, message, events);
    call.end(isFromGateway ? causeOfStatus(message.statusCode ?? 500) : { kind: 'no-connection' });
  };
  inviter
    .invite({
      requestDelegate: {
        onTrying: () => heard.abort(),
        onProgress: ({ message }) => {
          heard.abort();
          // Call Is Being Forwarded (RFC 3261 §21.1.3).
          if (message.statusCode === 181) tellForwarding(call, message, events);
          ring(call, message);
        },
        onRedirect: final,
        onReject: final,
      },
    })
    .catch((error: Error) => {
      log.error('INVITE not sent', { callId: made.id, why: error.message });
      call.end({ kind: 'media-failed' });
    });
  void call.openMicrophone();
  return call;
}

function tellForwarding(
  { call }: CallSession,
  message: Core.IncomingResponseMessage,
  events: CallEvents,
): void {
  // The contact of a provisional response is only where the next request of the dialog goes (RFC 3261 §12.1.2).
  const contact = message.statusCode === 181 ? [] : message.getHeaders('contact');
  const to = forwardedTo({ contact, historyInfo: message.getHeaders('history-info') });
  if (to) events.onFacts(call.id, { forwardedTo: to });
}

/** A gateway that is dead or overloaded says nothing, not even 100 Trying, for the 32 s of timer B (RFC 3261 §17.1.1.2). */
async function endWhenSilent(
  call: CallSession,
  inviter: Inviter,
  { patienceMs = 0, heard }: { patienceMs?: number; heard: AbortSignal },
): Promise<void> {
  await pause(patienceMs, AbortSignal.any([heard, call.ended]));
  if (heard.aborted || call.call.state !== 'dialing') return;
  cancel(inviter);
  call.end({ kind: 'no-connection' });
}

/** A provisional response: it rings, and with a description in it, something can be heard already (RFC 3960). */
function ring(call: CallSession, message: Core.IncomingResponseMessage): void {
  call.identify(message.getHeader('p-asserted-identity'));
  const hasEarlyMedia = message.body.length > 0;
  if (hasEarlyMedia) {
    call.media
      .playEarly(message.body)
      .catch((error: Error) => log.warn('no early media', { why: error.message }));
  }
  const ringing = call.call.state === 'ringing' ? call.call : { since: Date.now(), hasEarlyMedia: false };
  call.move({
    state: 'ringing',
    since: ringing.since,
    hasEarlyMedia: hasEarlyMedia || ringing.hasEarlyMedia,
  });
}

function cancel(inviter: Inviter): void {
  inviter.cancel().catch((error: Error) => log.warn('CANCEL not sent', { why: error.message }));
}
