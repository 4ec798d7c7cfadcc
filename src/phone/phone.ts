import type { Invitation, Session } from 'sip.js';
import type { AnswerResult, DialResult, PhoneSetup, PlaceCall } from '../bus/protocol';
import type { AccessToken, TokenRenewal } from '../core/auth/access-token';
import { type Call, type CallId, isBeingSetUp, isLive } from '../core/call';
import type { CauseKind } from '../core/cause';
import type { Registration, RegistrationFailure } from '../core/registration';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { log } from '../platform/log';
import { Account } from './account';
import type { CallMedia, Studio } from './call-media';
import type { CallEvents } from './call-session';
import { EmergencyCall } from './emergency-call';
import { waysToHelp } from './emergency-ways';
import { ringFor } from './inbound-call';
import type { OpenSocket } from './link';
import type { LiveCall } from './live-call';
import { makeCall, type OutboundParts, placeCall } from './outbound-call';
import { toRequestUri } from './request-uri';
import { makeDeferred, withDeadline } from './time';
import { isSameSetup, makeTokenSource, type TokenSource } from './token-source';

// What the person did needs no explanation; what others did does.
const showOwnEndMs = 1_500;
const showEndMs = 6_000;
const ownEnds: readonly CauseKind[] = ['hung-up-here', 'cancelled', 'declined-here'];
const settleWithinMs = 4_000;

export type PhoneParts = {
  openSocket: OpenSocket;
  /** Why a WebSocket did not open; null when nobody can say. */
  diagnose: (url: string) => Promise<RegistrationFailure | null>;
  /** Gets another access token without the person, and brings it by `renew`. */
  renewToken: () => Promise<TokenRenewal>;
  studio: Studio;
  /** The users at our own system whose presence somebody wants to see. */
  whomToWatch: (setup: PhoneSetup) => Promise<readonly string[]>;
  onChange: (snapshot: Snapshot) => void;
  /** Something for the call log that is not in the snapshot. */
  onFacts: CallEvents['onFacts'];
};

/** One account and its calls: the only truth about both. */
export class Phone {
  readonly #parts: PhoneParts;
  readonly #calls = new Map<CallId, LiveCall>();
  readonly #mediaOf = new WeakMap<Session, CallMedia>();
  #setup: PhoneSetup | null = null;
  #nextSetup: PhoneSetup | undefined;
  #account: Account | undefined;
  #tokens: TokenSource | undefined;
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
      presence: this.#account.presence.presence,
    };
  }

  /**
   * Signs in with the setup, or out with null. Signing out ends the call that is up; another setup waits for its end. The same setup
   * again changes nothing, unless the registration has failed: then it is tried anew.
   */
  async configure(setup: PhoneSetup | null): Promise<void> {
    this.#nextSetup = undefined;
    const isSame = isSameSetup(setup, this.#setup);
    if (isSame && setup?.credentials.kind === 'token' && setup.credentials.token)
      this.#tokens?.take(setup.credentials.token);
    if (isSame && this.#account?.registration.state !== 'failed') {
      if (this.#account) this.#setup = setup;
      this.reviewWatched();
      return this.#publish();
    }
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

  /** A newer access token, for the requests from now on. */
  renew(token: AccessToken): void {
    this.#tokens?.take(token);
    const registration = this.#account?.registration;
    if (registration?.state === 'failed' && registration.why === 'accounts-unreachable') this.retryNow();
  }

  /** The network is back. */
  retryNow(): void {
    this.#account?.retryNow();
  }

  /** The favourites are others, or lead to others. */
  reviewWatched(): void {
    const setup = this.#setup;
    const account = this.#account;
    if (!setup || !account) return;
    this.#parts.whomToWatch(setup).then(
      // Asked twice, the newest setup has the last word.
      (users) => setup === this.#setup && account.presence.watch(users),
      (error: Error) => log.warn('favourites not read', { why: error.message }),
    );
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
    const tokens = makeTokenSource(setup, async () => {
      const renewal = await this.#parts.renewToken();
      // A call may be the first to learn that we are not welcome any more; the registration tells the person.
      if (!renewal.ok && renewal.why === 'sign-in-again') account.refreshNow();
      return renewal;
    });
    this.#tokens = tokens;
    const account = new Account(setup, {
      openSocket: this.#parts.openSocket,
      diagnose: this.#parts.diagnose,
      media: (session) => this.#mediaFor(session),
      tokens,
      isSettingUp: () => this.#callList.some(isBeingSetUp),
      events: {
        onRegistration: (registration) => this.#settle(registration),
        onInvitation: (invitation) => this.#ring(invitation, account),
        onGateway: (url) => {
          for (const call of this.#calls.values()) call.followGateway(url);
        },
        onPresence: () => this.#publish(),
      },
    });
    this.#account = account;
    this.reviewWatched();
    void account.keepRegistered();
  }

  get #events(): CallEvents {
    return { onChange: () => this.#publish(), onFacts: this.#parts.onFacts };
  }

  get #outbound(): Pick<OutboundParts, 'makeMedia' | 'events'> {
    const makeMedia = (inviter: Session) => {
      const media = this.#parts.studio.makeOutbound();
      this.#mediaOf.set(inviter, media);
      return media;
    };
    return { makeMedia, events: this.#events };
  }

  /** Nothing holds up a call for help: no other call, no microphone that is missing, no registration. */
  async #callForHelp(target: PlaceCall): Promise<DialResult> {
    // Signing in anew leaves no account for the moment that the one before needs to sign out.
    if (!this.#account) await this.#left;
    const setup = this.#setup;
    const account = this.#account;
    const tokens = this.#tokens;
    if (!setup || !account || !tokens) return { ok: false, why: 'not-registered' };
    const uri = toRequestUri(target.sent, setup.sipDomain);
    if (!uri) return { ok: false, why: 'bad-number' };
    for (const call of this.#calls.values()) call.hangUp();
    const made = makeCall(makeCallId(), target);
    const { openSocket } = this.#parts;
    const media = (session: Session) => this.#mediaFor(session);
    const ways = waysToHelp(account, { setup, openSocket, media, tokens });
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
    const call = ringFor(makeCallId(), { invitation, account, media, events: this.#events });
    // Call waiting would ring a second time; without it, the second caller is told, and the person sees who it was.
    if (isBusy) {
      void invitation.reject({ statusCode: 486 });
      call.end({ kind: 'busy-here' });
    } else {
      void invitation.progress();
    }
    this.#add(call);
  }

  #add(call: LiveCall): void {
    const { id } = call.call;
    if (!call.ended.aborted) this.#dismissEnded();
    this.#calls.set(id, call);
    const forget = () => {
      setTimeout(() => this.dismiss(id), isOwnEnd(call.call) ? showOwnEndMs : showEndMs);
      if (this.#nextSetup) queueMicrotask(() => this.#nextSetup && void this.configure(this.#nextSetup));
    };
    if (call.ended.aborted) forget();
    else call.ended.addEventListener('abort', forget);
    this.#publish();
  }

  /** A new call has the screen for itself. */
  #dismissEnded(): void {
    for (const [id, { call }] of this.#calls) if (call.state === 'ended') this.#calls.delete(id);
  }

  #publish(): void {
    this.#account?.presence.look();
    this.#parts.onChange(this.snapshot);
  }
}

function isOwnEnd(call: Call): boolean {
  return call.state === 'ended' && ownEnds.includes(call.cause.kind);
}

async function leave(account: Account): Promise<void> {
  await account.close().catch((error: Error) => log.error('account not closed', { why: error.message }));
}

function makeCallId(): CallId {
  return crypto.randomUUID() as CallId;
}
