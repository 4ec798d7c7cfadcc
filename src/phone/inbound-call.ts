import { type Invitation, SessionState } from 'sip.js';
import type { CallId, RemoteParty } from '../core/call';
import { causeOfCancel } from '../core/cause';
import { divertedFrom } from '../core/forwarding';
import { partyOfIdentity, toRemoteParty } from '../core/remote-party';
import { log } from '../platform/log';
import type { Account } from './account';
import type { CallMedia } from './call-media';
import { type CallEvents, CallSession } from './call-session';

/** Rings for an INVITE until it is answered, declined or withdrawn. */
export function ringFor(
  id: CallId,
  parts: { invitation: Invitation; account: Account; media: CallMedia; events: CallEvents },
): CallSession {
  const { invitation, account, media, events } = parts;
  const remote = callerOf(invitation);
  const now = Date.now();
  const call = new CallSession(
    {
      id,
      direction: 'inbound',
      remote,
      target: { typed: remote.number, sent: remote.number },
      startedAt: now,
      isEmergency: false,
      state: 'ringing',
      since: now,
      hasEarlyMedia: false,
    },
    {
      session: invitation,
      media,
      gatewayUrl: account.gatewayUrl,
      unanswered: {
        giveUp: () => heed(invitation.reject({ statusCode: 603 })),
        answer: () => heed(invitation.accept()),
      },
      events,
    },
  );
  const from = divertedFrom({
    diversion: invitation.request.getHeaders('diversion'),
    historyInfo: invitation.request.getHeaders('history-info'),
  });
  if (from) events.onFacts(id, { divertedFrom: from });
  invitation.delegate = {
    ...invitation.delegate,
    onCancel: ({ request }) => call.end(causeOfCancel(request.getHeaders('reason'))),
  };
  invitation.stateChange.addListener((state) => {
    if (state === SessionState.Established) call.establish();
    // sip.js rejects by itself what it cannot describe, and leaves no word why.
    if (state === SessionState.Terminated) queueMicrotask(() => call.endOfItself());
  });
  if (invitation.body && media.hasDescription(invitation.request.getHeader('content-type') ?? '')) {
    media
      .prepareAnswer(invitation.body)
      .catch((error: Error) => log.warn('offer not applied', { why: error.message }));
  }
  return call;
}

/** What cannot be sent has lost a race, or cannot be described; how the call goes on is told by its state. */
function heed(response: Promise<void>): void {
  response.catch((error: Error) => log.warn('INVITE not answered as wanted', { why: error.message }));
}

/** The caller as the telephone system vouches for it, or else as it calls itself. */
export function callerOf(invitation: Invitation): RemoteParty {
  const asserted = partyOfIdentity(invitation.request.getHeader('p-asserted-identity') ?? '');
  const { uri, displayName } = invitation.remoteIdentity;
  return asserted ?? toRemoteParty({ user: uri.user, displayName: displayName ?? '' });
}
