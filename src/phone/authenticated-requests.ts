import { Core } from 'sip.js';
import type { RegistrationFailure } from '../core/registration';
import {
  type Authentication,
  type Exchange,
  type Incoming,
  type Outgoing,
  removeProof,
  type Verdict,
} from './authentication';

/**
 * sip.js answers challenges by itself, in `UserAgentClient`, from which all its requests descend: MD5 only, the first header only,
 * never unasked, and at once or not at all. Its methods are replaced here for the agents that ask for it. That is the one place
 * where every request passes that is sent, in a dialog or not, and every response before anything is made of it.
 */
type Client = {
  core: Core.UserAgentCore;
  message: Outgoing;
  /** Sends the message in a new transaction. */
  init(): void;
  /** True when the response is to be passed on, false when the request has been sent again. */
  authenticationGuard(response: Incoming, dialog?: SequenceOfDialog): boolean;
  receiveResponse(response: Incoming): void;
  cancel(reason?: string, options?: Core.RequestOptions): Outgoing;
};
type SequenceOfDialog = { localSequenceNumber: number | undefined; incrementLocalSequenceNumber(): void };

// These methods are the library's own business, which its types do not tell; its version is pinned.
const library = Core.UserAgentClient.prototype as unknown as Client;
const { init, authenticationGuard, cancel } = library;

// A CANCEL cannot be challenged (RFC 3261 §22.1), and to our OPTIONS a refusal is as good a sign of life as any.
const bare: ReadonlySet<string> = new Set(['CANCEL', 'OPTIONS']);

const authentications = new WeakMap<Core.UserAgentCore, Authentication>();
const exchanges = new WeakMap<Client, Exchange>();
const cancelled = new WeakSet<Client>();
const judged = new WeakSet<Incoming>();
const refusals = new WeakMap<Incoming, RegistrationFailure>();

/** Lets every request of this agent prove itself in the given way. */
export function authenticateRequests(core: Core.UserAgentCore, authentication: Authentication): void {
  authentications.set(core, authentication);
}

/** Why a 401 or 407 was not answered, or not once more; null when it was, or when the response is none of these. */
export function whyRefused(response: Incoming): RegistrationFailure | null {
  return refusals.get(response) ?? null;
}

Object.assign(library, {
  init(this: Client): void {
    const authentication = authentications.get(this.core);
    if (authentication && !bare.has(this.message.method)) {
      removeProof(this.message);
      exchanges.set(this, authentication.begin(this.message));
    }
    init.call(this);
  },

  authenticationGuard(this: Client, response: Incoming, dialog?: SequenceOfDialog): boolean {
    if (!authentications.has(this.core)) return authenticationGuard.call(this, response, dialog);
    const exchange = exchanges.get(this);
    if (!exchange || judged.has(response)) return true;
    judged.add(response);
    const verdict = exchange.judge(response);
    if (!(verdict instanceof Promise)) return conclude(this, { response, verdict, dialog });
    void verdict.then((late) => {
      if (conclude(this, { response, verdict: late, dialog })) this.receiveResponse(response);
    });
    return false;
  },

  cancel(this: Client, reason?: string, options?: Core.RequestOptions): Outgoing {
    cancelled.add(this);
    return cancel.call(this, reason, options);
  },
});

function conclude(
  client: Client,
  {
    response,
    verdict,
    dialog,
  }: { response: Incoming; verdict: Verdict; dialog?: SequenceOfDialog | undefined },
): boolean {
  // What was cancelled while it was being refused must not ring after all.
  if (verdict === 'resend' && !cancelled.has(client)) {
    sendAgain(client, dialog);
    return false;
  }
  if (verdict !== null && verdict !== 'resend') refusals.set(response, verdict);
  return true;
}

/** With the next number of its dialog, for the far end sees them all (RFC 3261 §22.2, §12.2.1.1). */
function sendAgain(client: Client, given?: SequenceOfDialog): void {
  const { message, core } = client;
  const dialog = given ?? core.dialogs.get(message.callId + message.fromTag + message.toTag);
  dialog?.incrementLocalSequenceNumber();
  message.cseq = dialog?.localSequenceNumber ?? message.cseq + 1;
  message.setHeader('cseq', `${message.cseq} ${message.method}`);
  init.call(client);
}
