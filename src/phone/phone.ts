import type { Invitation, Session } from 'sip.js';
import type { AnswerResult, DialResult, PhoneSetup, PlaceCall } from '../bus/protocol';
import { type Call, type CallId, isLive } from '../core/call';
import type { Registration, RegistrationFailure } from '../core/registration';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { log } from '../platform/log';
import { Account } from './account';
import type { CallMedia, Studio } from './call-media';
import { EmergencyCall } from './emergency-call';
import { waysToHelp } from './emergency-ways';
import { ringFor } from './inbound-call';
import type { OpenSocket } from './link';
import type { LiveCall } from './live-call';
import { makeCall, type OutboundParts, placeCall } from './outbound-call';
import { toRequestUri } from './request-uri';
import { makeDeferred, withDeadline } from './time';

const showEndedMs = 6_000;
const settleWithinMs = 4_000;

export type PhoneParts = {
  openSocket: OpenSocket;
  /** Why a WebSocket did not open; null when nobody can say. */
  diagnose: (url: string) => Promise<RegistrationFailure | null>;
  studio: Studio;
  onChange: (snapshot: Snapshot) => void;
};

/** One account and its calls: the only truth about both. */
export class Phone {
  readonly #parts: PhoneParts;
  readonly #calls = new Map<CallId, LiveCall>();
  readonly #mediaOf = new WeakMap<Session, CallMedia>();
  #setup: PhoneSetup | null = null;
  #nextSetup: PhoneSetup | undefined;
  #account: Account | undefined;
  /** Resolved when every account before this one has taken its binding away: it is the same binding. */
  #left: Promise<unknown> = Promise.resolve();
  #registrationSettled = makeDeferred<void>();

  constructor(parts: PhoneParts) {
    this.#parts = parts;
  }

  get snapshot(): Snapshot {
    if (!this.#setup || !this.#account) return { ...emptySnapshot, calls: this.#callList };
    const { extension, serverName } = this.#setup;
    return {
      registration: this.#account.registration,
      account: { extension, serverName },
      calls: this.#callList,
    };
  }

  /**
   * Signs in with the setup, or out with null. Signing out ends the call that is up; another setup waits for its end. The same setup
   * again changes nothing, unless the registration has failed: then it is tried anew.
   */
  async configure(setup: PhoneSetup | null): Promise<void> {
    this.#nextSetup = undefined;
    const isSame = JSON.stringify(setup) === JSON.stringify(this.#setup);
    if (isSame && this.#account?.registration.state !== 'failed') return this.#publish();
    if (setup && this.#isBusy) {
      this.#nextSetup = setup;
      return;
    }
    for (const call of this.#calls.values()) call.hangUp();
    const before = this.#account;
    this.#account = undefined;
    this.#setup = setup;
    if (before) this.#left = Promise.all([this.#left, leave(before)]);
    await this.#left;
    // Someone may have signed in or out again in the meantime.
    if (setup && setup === this.#setup) this.#open(setup);
    this.#publish();
  }

  /** The network is back. */
  retryNow(): void {
    this.#account?.retryNow();
  }

  async place(target: PlaceCall): Promise<DialResult> {
    if (target.isEmergency) return this.#callForHelp(target);
    // A phone that has just been started is not registered yet, but will be in a moment.
    if (this.#account?.registration.state === 'registering') {
      await withDeadline(this.#registrationSettled.promise, settleWithinMs);
    }
    const account = this.#account;
    const uri = this.#setup && toRequestUri(target.sent, this.#setup.sipDomain);
    if (account?.registration.state !== 'registered') return { ok: false, why: 'not-registered' };
    if (!uri) return { ok: false, why: 'bad-number' };
    if (this.#isBusy) return { ok: false, why: 'busy' };
    if (this.#parts.studio.access !== 'granted') return { ok: false, why: 'no-microphone' };
    const made = makeCall(makeCallId(), target);
    this.#add(placeCall(made, { ...this.#outbound, uri, dtmf: target.dtmf, line: account }));
    return { ok: true, callId: made.id };
  }

  answer(id: CallId): AnswerResult {
    const call = this.#calls.get(id);
    if (call?.call.state !== 'ringing') return { ok: false, why: 'gone' };
    if (this.#parts.studio.access !== 'granted') return { ok: false, why: 'no-microphone' };
    call.answer();
    return { ok: true };
  }

  hangUp(id: CallId): void {
    this.#calls.get(id)?.hangUp();
  }

  mute(id: CallId, isMuted: boolean): void {
    this.#calls.get(id)?.mute(isMuted);
  }

  sendDtmf(id: CallId, tones: string): void {
    const wasSent = this.#calls.get(id)?.sendDtmf(tones) ?? false;
    if (!wasSent) log.warn('tones not sent', { callId: id });
  }

  dismiss(id: CallId): void {
    if (this.#calls.get(id)?.call.state === 'ended' && this.#calls.delete(id)) this.#publish();
  }

  get #callList(): Call[] {
    return [...this.#calls.values()].map(({ call }) => call);
  }

  get #isBusy(): boolean {
    return this.#callList.some(isLive);
  }

  #open(setup: PhoneSetup): void {
    this.#parts.studio.setIceServers(setup.iceServers);
    const account = new Account(setup, {
      openSocket: this.#parts.openSocket,
      diagnose: this.#parts.diagnose,
      media: (session) => this.#mediaFor(session),
      events: {
        onRegistration: (registration) => this.#settle(registration),
        onInvitation: (invitation) => this.#ring(invitation, account),
        onGateway: (url) => {
          for (const call of this.#calls.values()) call.followGateway(url);
        },
      },
    });
    this.#account = account;
    void account.keepRegistered();
  }

  get #outbound(): Pick<OutboundParts, 'makeMedia' | 'events'> {
    const makeMedia = (inviter: Session) => {
      const media = this.#parts.studio.makeOutbound();
      this.#mediaOf.set(inviter, media);
      return media;
    };
    return { makeMedia, events: { onChange: () => this.#publish() } };
  }

  /** Nothing holds up a call for help: no other call, no microphone that is missing, no registration. */
  #callForHelp(target: PlaceCall): DialResult {
    const setup = this.#setup;
    const account = this.#account;
    if (!setup || !account) return { ok: false, why: 'not-registered' };
    const uri = toRequestUri(target.sent, setup.sipDomain);
    if (!uri) return { ok: false, why: 'bad-number' };
    for (const call of this.#calls.values()) call.hangUp();
    const made = makeCall(makeCallId(), target);
    const { openSocket } = this.#parts;
    const ways = waysToHelp(account, { setup, openSocket, media: (session) => this.#mediaFor(session) });
    this.#add(new EmergencyCall(made, { ...this.#outbound, uri, dtmf: target.dtmf, ways }));
    return { ok: true, callId: made.id };
  }

  #settle(registration: Registration): void {
    if (registration.state !== 'registering') {
      this.#registrationSettled.resolve();
      this.#registrationSettled = makeDeferred();
    }
    this.#publish();
  }

  #mediaFor(session: Session): CallMedia {
    const media = this.#mediaOf.get(session);
    if (!media) throw new Error('a session without a call');
    return media;
  }

  #ring(invitation: Invitation, account: Account): void {
    const isBusy = this.#isBusy;
    const media = this.#parts.studio.makeInbound();
    this.#mediaOf.set(invitation, media);
    const events = { onChange: () => this.#publish() };
    const call = ringFor(makeCallId(), { invitation, account, media, events });
    // Call waiting would ring a second time; without it, the second caller is told, and the person sees who it was.
    if (isBusy) {
      void invitation.reject({ statusCode: 486 });
      call.end({ kind: 'busy-here' });
    }
    this.#add(call);
  }

  #add(call: LiveCall): void {
    const { id } = call.call;
    this.#calls.set(id, call);
    const forget = () => {
      setTimeout(() => this.dismiss(id), showEndedMs);
      if (this.#nextSetup) queueMicrotask(() => this.#nextSetup && void this.configure(this.#nextSetup));
    };
    if (call.ended.aborted) forget();
    else call.ended.addEventListener('abort', forget);
    this.#publish();
  }

  #publish(): void {
    this.#parts.onChange(this.snapshot);
  }
}

async function leave(account: Account): Promise<void> {
  await account.close().catch((error: Error) => log.error('account not closed', { why: error.message }));
}

function makeCallId(): CallId {
  return crypto.randomUUID() as CallId;
}
