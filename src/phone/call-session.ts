import type { Session } from 'sip.js';
import {
  type Call,
  type CallId,
  type CallProgress,
  isTalking,
  moveCall,
  type Talk,
  talkOf,
} from '../core/call';
import type { CallFacts } from '../core/call-record';
import type { Cause } from '../core/cause';
import { partyOfIdentity } from '../core/remote-party';
import type { MediaDirection } from '../core/sdp';
import { log } from '../platform/log';
import type { CallMedia } from './call-media';
import { followQuality } from './follow-quality';
import { pause } from './time';

export type CallEvents = {
  onChange: () => void;
  /** Something for the call log that is of no interest while the call is on. */
  onFacts: (id: CallId, facts: Partial<CallFacts>) => void;
};

/** What differs between an inbound and an outbound call, and only until it is answered. */
export type Unanswered = {
  /** CANCEL of ours, or a 603 to theirs. */
  giveUp: () => void;
  /** Null for an outbound call. */
  answer: (() => void) | null;
};

export type CallParts = {
  session: Session;
  media: CallMedia;
  /** The gateway in whose dialogs this call is; requests that go to another one do not reach the far end. */
  gatewayUrl: string | null;
  unanswered: Unanswered;
  events: CallEvents;
};

// The gateway may be back in a moment, and our answer still finds the caller's transaction there.
const awaitGatewayMs = 8_000;
// A CANCEL would go to the socket that was lost, so a gateway that is back may know no more of the call, and cannot say so.
const ringOnMs = 30_000;

/** A call while it lives: the state that people see, the sip.js session that carries it, and its audio. */
export class CallSession {
  #call: Call;
  readonly #parts: CallParts;
  readonly #ending = new AbortController();
  #hasMicrophone = true;
  #isReachable = true;

  constructor(call: Call, parts: CallParts) {
    this.#call = call;
    this.#parts = parts;
    parts.media.listen({
      onRemoteDirection: (direction) => this.#followHold(direction),
      onMicrophoneLost: () => void this.openMicrophone(),
      onFailed: () => this.#loseMedia(),
    });
    parts.session.delegate = {
      onBye: (bye) => {
        void bye.accept();
        this.end({ kind: 'hung-up-there' });
      },
      // A transfer at the far end, or a late name, arrives as a re-INVITE with another identity (RFC 3325).
      onInvite: (request) => this.identify(request.getHeader('p-asserted-identity')),
    };
    if (parts.gatewayUrl) parts.events.onFacts(call.id, { gateway: new URL(parts.gatewayUrl).host });
    log.info(`call ${call.state}`, { callId: call.id, direction: call.direction, gateway: parts.gatewayUrl });
  }

  get call(): Call {
    return this.#call;
  }

  get media(): CallMedia {
    return this.#parts.media;
  }

  /** Aborted when the call has ended. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  /** The one gate: an impossible move is logged and changes nothing. */
  move(to: CallProgress): void {
    const moved = moveCall(this.#call, to);
    if (!moved) {
      log.debug('no such move', { callId: this.#call.id, from: this.#call.state, to: to.state });
      return;
    }
    const isNewState = moved.state !== this.#call.state;
    this.#call = moved;
    if (isNewState && to.state !== 'ended') log.info(`call ${to.state}`, { callId: moved.id });
    this.#parts.events.onChange();
  }

  /** False when the tones could not be sent. */
  sendDtmf(tones: string): boolean {
    return this.media.sendDtmf(tones);
  }

  /** Both sides know that the call is answered; our microphone is open or about to be. */
  establish(): void {
    if (this.#call.state !== 'connecting') this.move({ state: 'connecting' });
    const talk = {
      answeredAt: Date.now(),
      isMuted: false,
      hasMicrophone: this.#hasMicrophone,
      signalling: 'ok',
    } as const;
    this.move({ state: 'active', ...talk });
    void followQuality({
      measure: () => this.media.measure(),
      onQuality: (quality) => this.#parts.events.onFacts(this.#call.id, { quality }),
      signal: this.ended,
    });
  }

  /** Takes an inbound call. */
  answer(): void {
    if (this.#call.state !== 'ringing' || !this.#parts.unanswered.answer) return;
    this.move({ state: 'connecting' });
    this.#parts.unanswered.answer();
    void this.openMicrophone();
  }

  /** Ends the call from our side: BYE, CANCEL or 603, whichever its state asks for. */
  hangUp(): void {
    if (isTalking(this.#call)) {
      this.#bye();
      this.end({ kind: 'hung-up-here' });
    } else if (this.#call.state !== 'ended') {
      this.#parts.unanswered.giveUp();
      this.end({ kind: this.#call.direction === 'outbound' ? 'cancelled' : 'declined-here' });
    }
  }

  /** Ends the call for the person, now and for good; what is left to say on the wire goes its own way. */
  end(cause: Cause): void {
    if (this.#call.state === 'ended') return;
    const talkedSec = isTalking(this.#call) ? Math.round((Date.now() - this.#call.answeredAt) / 1_000) : 0;
    log.info('call ended', {
      callId: this.#call.id,
      cause: cause.kind,
      sipStatus: cause.sipStatus,
      talkedSec,
    });
    this.#ending.abort();
    this.media.close();
    this.move({ state: 'ended', endedAt: Date.now(), cause });
  }

  /** Unmuting also tries a microphone again that could not be opened. Before the answer there is nothing to mute. */
  mute(isMuted: boolean): void {
    if (!isTalking(this.#call)) return;
    this.media.mute(isMuted);
    this.#changeTalk({ isMuted });
    if (!isMuted && !this.#hasMicrophone) void this.openMicrophone();
  }

  /**
   * Nobody is called whom we could not talk to, so an outbound call that is not answered yet is given up when the microphone
   * does not open. Any other call goes on, and says that we are not heard; so does an emergency call, since who only listens
   * can be helped too.
   */
  async openMicrophone(): Promise<void> {
    const access = await this.media.sendMicrophone();
    if (this.ended.aborted) return;
    this.#hasMicrophone = access === 'granted';
    if (!this.#hasMicrophone) log.error('not heard', { callId: this.#call.id, microphone: access });
    if (isTalking(this.#call)) this.#changeTalk({ hasMicrophone: this.#hasMicrophone });
    else if (!this.#hasMicrophone && this.#call.direction === 'outbound' && !this.#call.isEmergency) {
      this.#parts.unanswered.giveUp();
      this.end({ kind: 'no-microphone' });
    }
  }

  /** Requests now go to another gateway, or to none. */
  followGateway(url: string | null): void {
    this.#isReachable = url === this.#parts.gatewayUrl;
    if (isTalking(this.#call)) this.#changeTalk({ signalling: this.#isReachable ? 'ok' : 'lost' });
    else if (this.#isReachable || this.#call.state === 'ended') return;
    else if (this.#call.direction === 'outbound') {
      // An answer that still comes, by whatever way, finds the call cancelled.
      this.#parts.unanswered.giveUp();
      this.end({ kind: 'no-connection' });
    } else void this.#ringOnWithout();
  }

  /** Takes the name that the telephone system vouches for, a name-addr such as `"Bob" <sip:202@example.com>`. */
  identify(identity: string | undefined): void {
    const remote = partyOfIdentity(identity ?? '');
    if (!remote || this.#call.state === 'ended') return;
    this.#call = { ...this.#call, remote };
    this.#parts.events.onChange();
  }

  /** It is over, and nobody has said why. */
  endOfItself(): void {
    this.end({ kind: this.media.hasRefused ? 'bad-description' : 'media-failed' });
  }

  #followHold(direction: MediaDirection): void {
    const call = this.#call;
    const isHeld = direction === 'sendonly' || direction === 'inactive';
    if (!isTalking(call) || isHeld === (call.state === 'held')) return;
    this.move(isHeld ? { state: 'held', by: 'them', ...talkOf(call) } : { state: 'active', ...talkOf(call) });
  }

  #changeTalk(change: Partial<Talk>): void {
    const call = this.#call;
    if (!isTalking(call)) return;
    const talk = { ...talkOf(call), ...change };
    this.move(call.state === 'held' ? { state: 'held', by: call.by, ...talk } : { state: 'active', ...talk });
  }

  async #ringOnWithout(): Promise<void> {
    await pause(awaitGatewayMs, this.ended);
    if (this.#isReachable) await pause(ringOnMs - awaitGatewayMs, this.ended);
    if (this.#call.state !== 'ringing') return;
    this.end({ kind: 'no-connection' });
    await this.#parts.session.dispose();
  }

  #loseMedia(): void {
    if (isTalking(this.#call)) this.#bye();
    this.end({ kind: 'media-failed' });
  }

  #bye(): void {
    const callId = this.#call.id;
    // Without a gateway nobody hears our BYE, and the call is over for us all the same.
    this.#parts.session
      .bye()
      .catch((error: Error) => log.warn('BYE not sent', { callId, why: error.message }));
  }
}
