import { type Core, Inviter, SessionState, URI, UserAgent } from 'sip.js';
import type { PlaceCall } from '../bus/protocol';
import type { CallId } from '../core/call';
import { causeOfStatus } from '../core/cause';
import { log } from '../platform/log';
import type { Account } from './account';
import type { CallMedia } from './call-media';
import { type CallEvents, CallSession } from './call-session';

/** The Request-URI for what the dial rules gave: digits at our own domain, or a SIP URI as it is. Null when it is neither. */
export function toRequestUri(sent: string, sipDomain: string): URI | null {
  if (/^sips?:/i.test(sent)) return UserAgent.makeURI(sent) ?? null;
  if (!/^\+?[\w*#.-]+$/.test(sent)) return null;
  // A SIP user part holds no bare # (RFC 3261 §25.1).
  return new URI('sip', sent.replaceAll('#', '%23'), sipDomain);
}

/** Sends the INVITE and follows it to the answer or to the reason why there is none. */
export function placeCall(
  id: CallId,
  parts: {
    target: PlaceCall;
    uri: URI;
    account: Account;
    media: CallMedia;
    events: CallEvents;
    attach: (inviter: Inviter) => void;
  },
): CallSession {
  const { target, uri, account, media, events } = parts;
  const { typed, sent, isEmergency } = target;
  const inviter = new Inviter(account.ua, uri);
  parts.attach(inviter);
  const call = new CallSession(
    {
      id,
      direction: 'outbound',
      remote: { number: sent, displayName: '' },
      target: { typed, sent },
      startedAt: Date.now(),
      isEmergency,
      state: 'dialing',
    },
    {
      session: inviter,
      media,
      gatewayUrl: account.gatewayUrl,
      unanswered: { giveUp: () => cancel(inviter), answer: null },
      events,
    },
  );
  inviter.stateChange.addListener((state) => {
    if (state === SessionState.Established) {
      call.establish();
      if (target.dtmf) media.sendDtmf(target.dtmf);
    }
    // Whatever said why has said it in the same turn; what is left has no reason that we know.
    if (state === SessionState.Terminated) queueMicrotask(() => call.end({ kind: 'interrupted' }));
  });
  const final = ({ message }: Core.IncomingResponse) => {
    // The library answers in the gateway's place when the request could not be sent, or nobody reacted to it.
    const isFromGateway = message.hasHeader('via');
    call.end(isFromGateway ? causeOfStatus(message.statusCode ?? 500) : { kind: 'no-connection' });
  };
  inviter
    .invite({
      requestDelegate: {
        onProgress: ({ message }) => ring(call, message),
        onRedirect: final,
        onReject: final,
      },
    })
    .catch((error: Error) => {
      log.error('INVITE not sent', { callId: id, why: error.message });
      call.end({ kind: 'media-failed' });
    });
  void call.openMicrophone();
  return call;
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
