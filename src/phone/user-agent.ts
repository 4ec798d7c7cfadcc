import { type Invitation, type SessionDescriptionHandlerFactory, SIPExtension, URI, UserAgent } from 'sip.js';
import type { PhoneSetup } from '../bus/protocol';
import { GatewayTransport } from './gateway-transport';

// How long we ring is for the caller and the telephone system to decide; the library insists on a limit.
const ringAtMostSec = 3_600;

/** sip.js as we use it: a protocol core that decides nothing about connections, retries or media. */
export function makeUserAgent(
  setup: PhoneSetup,
  media: SessionDescriptionHandlerFactory,
  onInvitation: (invitation: Invitation) => void,
): UserAgent {
  return new UserAgent({
    uri: new URI('sip', setup.extension, setup.sipDomain),
    displayName: setup.displayName,
    authorizationUsername: setup.extension,
    authorizationPassword: setup.password,
    instanceId: setup.instanceId,
    transportConstructor: GatewayTransport,
    sessionDescriptionHandlerFactory: media,
    sipExtensionReplaces: SIPExtension.Supported,
    sipExtensionExtraSupported: ['gruu'],
    userAgentString: 'Offhook',
    noAnswerTimeout: ringAtMostSec,
    gracefulShutdown: false,
    // It would write every option, TURN credentials included.
    logConfiguration: false,
    logBuiltinEnabled: false,
    delegate: {
      onInvite: onInvitation,
      // Asterisk and others send message-summary without a subscription; a 481 would make them drop the contact.
      onNotify: (notification) => void notification.accept(),
    },
  });
}

/** Asks the gateway for a sign of life. Any answer is one, so the answer itself is of no interest. */
export function sendOptions(ua: UserAgent): void {
  const { uri } = ua.configuration;
  // With a user in it, the gateway would pass the request on to that user: to ourselves.
  const gateway = new URI('sip', '', uri.host, uri.port);
  ua.userAgentCore.request(ua.userAgentCore.makeOutgoingRequestMessage('OPTIONS', gateway, uri, gateway, {}));
}
