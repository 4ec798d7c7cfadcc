import { type Core, URI, type UserAgent } from 'sip.js';
import type { Presence } from '../core/presence/presence';
import { readPidf } from '../core/presence/read-pidf';
import { readSubscriptionState, type SubscriptionState } from '../core/presence/subscription-end';

/** What became of one SUBSCRIBE: granted for so long, refused, or null when it did not get to the gateway. */
export type SubscribeResult = { ok: true; expiresSec: number } | { ok: false; sipStatus: number } | null;

type SubscriptionEvents = {
  /** Null when the server said something that tells nothing, or has nothing to tell yet. */
  onNotified: (presence: Presence | null, state: SubscriptionState) => void;
  /** The server ended it, or has forgotten it. Nothing comes after that. */
  onOver: (state: Pick<SubscriptionState, 'reason' | 'retryAfterSec'>) => void;
};

const askedSec = 3_600;
const type = 'application/pidf+xml';

/**
 * A subscription to the presence of one user at our own SIP domain (RFC 6665, RFC 3856), on the link that is up now.
 *
 * The library's own Subscriber is not used: it subscribes anew at once, and for ever, when the server ends a subscription, takes
 * retry-after for milliseconds, and loses count of what a refresh was granted. So requests are made from its core.
 */
export class PresenceSubscription {
  readonly #ua: UserAgent;
  readonly #user: string;
  readonly #events: SubscriptionEvents;
  #request: Core.OutgoingSubscribeRequest | undefined;
  #dialog: Core.Subscription | undefined;
  #isOver = false;

  constructor(ua: UserAgent, user: string, events: SubscriptionEvents) {
    this.#ua = ua;
    this.#user = user;
    this.#events = events;
  }

  /** Subscribes, or refreshes; resolves with the final response. Not while another request is on its way. */
  ask(): Promise<SubscribeResult> {
    return new Promise((resolve) => {
      const delegate: Core.OutgoingSubscribeRequestDelegate = {
        onAccept: ({ message }) => resolve({ ok: true, expiresSec: grantedSec(message) }),
        onRedirect: ({ message }) => resolve(toRefusal(message)),
        onReject: ({ message }) => resolve(toRefusal(message)),
        onNotify: ({ request, subscription }) => this.#begin(request, subscription),
        onNotifyTimeout: () => this.#end({ reason: '', retryAfterSec: null }),
      };
      if (this.#dialog) this.#dialog.subscribe(delegate, { extraHeaders: this.#headers(askedSec) });
      else this.#request = this.#ua.userAgentCore.subscribe(this.#message(), delegate);
    });
  }

  /** Lets go of it; the server is told where it can be. */
  close(tells: boolean): void {
    const dialog = this.#dialog;
    const wasOver = this.#isOver;
    this.#isOver = true;
    // The library would wait for a first NOTIFY beyond the end of the agent.
    this.#request?.waitNotifyStop();
    if (!dialog || wasOver) return;
    dialog.delegate = {};
    if (tells) dialog.subscribe({}, { extraHeaders: this.#headers(0) });
    else dialog.dispose();
  }

  #message(): Core.OutgoingRequestMessage {
    const { uri } = this.#ua.configuration;
    const target = new URI('sip', this.#user, uri.host, uri.port);
    const headers = this.#headers(askedSec);
    return this.#ua.userAgentCore.makeOutgoingRequestMessage('SUBSCRIBE', target, uri, target, {}, headers);
  }

  #headers(expiresSec: number): string[] {
    return ['Event: presence', `Expires: ${expiresSec}`, `Accept: ${type}`, `Contact: ${this.#ua.contact}`];
  }

  #begin(request: Core.IncomingNotifyRequest, dialog: Core.Subscription | undefined): void {
    this.#dialog = dialog;
    if (dialog) {
      dialog.delegate = {
        onNotify: (notify) => this.#hear(notify),
        onTerminated: () => this.#end({ reason: '', retryAfterSec: null }),
      };
    }
    this.#hear(request);
  }

  #hear(request: Core.IncomingNotifyRequest): void {
    void request.accept();
    if (this.#isOver) return;
    const { message } = request;
    const state = readSubscriptionState(message.getHeader('subscription-state'));
    const isPresence = message.getHeader('content-type')?.toLowerCase().startsWith(type);
    // A NOTIFY of a refresh may come without a body when nothing has changed.
    if (isPresence) this.#events.onNotified(readPidf(message.body), state);
    if (state.isOver) this.#end(state);
  }

  #end(state: Pick<SubscriptionState, 'reason' | 'retryAfterSec'>): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#events.onOver(state);
  }
}

function toRefusal(message: Core.IncomingResponseMessage): SubscribeResult {
  // The library answers in the gateway's place when a request could not be sent.
  return message.hasHeader('via') ? { ok: false, sipStatus: message.statusCode ?? 500 } : null;
}

function grantedSec(message: Core.IncomingResponseMessage): number {
  const granted = Number(message.getHeader('expires') ?? askedSec);
  return Number.isFinite(granted) ? Math.min(granted, askedSec) : askedSec;
}
