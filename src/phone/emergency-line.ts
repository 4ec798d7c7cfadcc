import type { Invitation, SessionDescriptionHandlerFactory } from 'sip.js';
import type { PhoneSetup } from '../bus/protocol';
import { log } from '../platform/log';
import { GatewayTransport } from './gateway-transport';
import type { Line } from './line';
import { Link, type OpenSocket } from './link';
import type { TokenSource } from './token-source';
import { makeUserAgent, sendOptions } from './user-agent';
import { watchLink } from './watchdog';

const connectWithinMs = 3_000;
// As long as a transaction may take (RFC 3261 §17, 64*T1): what ends a call has to reach the gateway.
const lingerMs = 32_000;

/** A line for one emergency call. */
export type EmergencyLine = Line & {
  /** Lets go of it, once nothing that was begun on it can still be on its way. */
  close(): void;
};

export type EmergencyLineParts = {
  setup: PhoneSetup;
  openSocket: OpenSocket;
  media: SessionDescriptionHandlerFactory;
  tokens: TokenSource;
  onLost: () => void;
  /** Aborted when nobody wants it any more. */
  signal: AbortSignal;
};

/**
 * Connects to one gateway with an agent of its own and without registering, which may be what does not work; a gateway that wants to
 * know who calls asks for the password or a token. Null when it cannot be reached.
 */
export async function openEmergencyLine(
  url: string,
  parts: EmergencyLineParts,
): Promise<EmergencyLine | null> {
  const { setup, openSocket, media, tokens, onLost, signal } = parts;
  const onInvitation = (invitation: Invitation) => void invitation.reject({ statusCode: 480 });
  const ua = makeUserAgent(setup, { tokens, media, onInvitation });
  const { transport } = ua;
  if (!(transport instanceof GatewayTransport)) throw new Error('sip.js did not take our transport');
  await ua.start();
  const closing = new AbortController();
  const events = {
    onMessage: (text: string) => transport.receive(text),
    onLost: () => closing.signal.aborted || onLost(),
  };
  const link = await Link.open(url, { openSocket, events, deadlineMs: connectWithinMs, signal });
  if (typeof link === 'string') {
    log.warn('emergency line not opened', { gateway: url, why: link });
    void ua.stop();
    return null;
  }
  transport.use(link);
  watchLink(link, { sendOptions: () => sendOptions(ua), signal: closing.signal });
  return {
    ua,
    gatewayUrl: url,
    close() {
      if (closing.signal.aborted) return;
      closing.abort();
      setTimeout(() => void ua.stop(), lingerMs);
    },
  };
}
