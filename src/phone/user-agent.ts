import { type Invitation, type SessionDescriptionHandlerFactory, SIPExtension, URI, UserAgent } from 'sip.js';
import type { PhoneSetup } from '../bus/protocol';
import { authenticateRequests } from './authenticated-requests';
import { GatewayTransport } from './gateway-transport';
import { makeAuthentication } from './make-authentication';
import type { TokenSource } from './token-source';

// How long we ring is for the caller and the telephone system to decide; the library insists on a limit.
const ringAtMostSec = 3_600;

/** sip.js as we use it: a protocol core that decides nothing about connections, retries or media. */
export function makeUserAgent(
  setup: PhoneSetup,
  parts: {
    tokens: TokenSource;
    media: SessionDescriptionHandlerFactory;
    onInvitation: (invitation: Invitation) => void;
  },
): UserAgent {
  const ua = new UserAgent({
    uri: new URI('sip', setup.extension, setup.sipDomain),
    displayName: setup.displayName,
    instanceId: setup.instanceId,
    transportConstructor: GatewayTransport,
    sessionDescriptionHandlerFactory: parts.media,
    sipExtensionReplaces: SIPExtension.Supported,
    sipExtensionExtraSupported: ['gruu'],
    userAgentString: 'Offhook',
    noAnswerTimeout: ringAtMostSec,
    // Only a call that rings says so; a second one is busy at once.
    sendInitialProvisionalResponse: false,
    gracefulShutdown: false,
    // It would write every option, TURN credentials included.
    logConfiguration: false,
    logBuiltinEnabled: false,
    delegate: {
      onInvite: parts.onInvitation,
      // Asterisk and others send message-summary without a subscription; a 481 would make them drop the contact.
      onNotify: (notification) => void notification.accept(),
    },
  });
  authenticateRequests(ua.userAgentCore, makeAuthentication(setup, parts.tokens));
  return ua;
}

/** Asks the gateway for a sign of life. Any answer is one, so the answer itself is of no interest. */
export function sendOptions(ua: UserAgent): void {
  const { uri } = ua.configuration;
  // With a user in it, the gateway would pass the request on to that user: to ourselves.
  const gateway = new URI('sip', '', uri.host, uri.port);
  ua.userAgentCore.request(ua.userAgentCore.makeOutgoingRequestMessage('OPTIONS', gateway, uri, gateway, {}));
}
