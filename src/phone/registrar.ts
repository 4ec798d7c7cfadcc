import { type Core, URI, type UserAgent } from 'sip.js';
import { failureOfStatus, type RegistrationFailure } from '../core/registration';
import { whyRefused } from './authenticated-requests';

export type RegisterResult =
  | { ok: true; expiresSec: number }
  | { ok: false; refusal: { why: RegistrationFailure; sipStatus?: number } };

/** Sends REGISTER for one binding, `+sip.instance` with `reg-id` 1 (RFC 5626 §4.2). One request at a time. */
export type Registrar = {
  /** Asks for a binding and says for how many seconds the server granted it (RFC 3261 §10.2.4). */
  register(): Promise<RegisterResult>;
  unregister(): Promise<RegisterResult>;
};

const askedSec = 600;

/**
 * The library's own Registerer is bound to one connection: it stays blocked for 32 s when the gateway vanishes under a request,
 * and unregisters the new binding when the old instance is disposed of. So requests are made from its core.
 */
export function makeRegistrar(ua: UserAgent, instanceId: string): Registrar {
  const aor = ua.configuration.uri;
  const core = ua.userAgentCore;
  // Without its user part, the address of record is the registrar's address (RFC 3261 §10.2).
  const request = core.makeOutgoingRequestMessage(
    'REGISTER',
    new URI('sip', '', aor.host, aor.port),
    aor,
    aor,
    {},
  );
  const binding = `${ua.contact.toString({ register: true })};reg-id=1;+sip.instance="<urn:uuid:${instanceId}>"`;

  const send = (expiresSec: number): Promise<RegisterResult> => {
    request.cseq += 1;
    request.setHeader('cseq', `${request.cseq} REGISTER`);
    request.extraHeaders = [
      `Contact: ${binding};expires=${expiresSec}`,
      'Allow: ACK, BYE, CANCEL, INFO, INVITE, NOTIFY, OPTIONS, REFER',
    ];
    return new Promise((resolve) => {
      core.register(request, {
        onAccept: ({ message }) =>
          resolve({ ok: true, expiresSec: grantedSec(message, ua.contact.uri.user, expiresSec) }),
        onRedirect: ({ message }) => resolve(toFailure(message)),
        onReject: ({ message }) => {
          const minimumSec = Number(message.getHeader('min-expires'));
          // 423 Interval Too Brief says how long it must be (RFC 3261 §10.2.8).
          if (message.statusCode === 423 && minimumSec > expiresSec) resolve(send(minimumSec));
          else resolve(toFailure(message));
        },
      });
    });
  };
  return { register: () => send(askedSec), unregister: () => send(0) };
}

function toFailure(message: Core.IncomingResponseMessage): RegisterResult {
  // The library answers in the gateway's place when a request could not be sent.
  if (!message.hasHeader('via')) return { ok: false, refusal: { why: 'closed' } };
  const sipStatus = message.statusCode ?? 500;
  return { ok: false, refusal: { why: whyRefused(message) ?? failureOfStatus(sipStatus), sipStatus } };
}

/** Servers rewrite the host of a `.invalid` contact as they please; the user part is ours alone. */
function grantedSec(
  message: Core.IncomingResponseMessage,
  contactUser: string | undefined,
  askedFor: number,
): number {
  const ours = message.getHeaders('contact').find((contact) => contact.includes(`:${contactUser}@`));
  const granted = /;\s*expires\s*=\s*"?(\d+)/i.exec(ours ?? '')?.[1] ?? message.getHeader('expires');
  return granted === undefined ? askedFor : Number(granted);
}
