import { type Call, type CallProgress, isTalking, moveCall } from '../core/call';
import type { Cause } from '../core/cause';
import { mayAnotherGatewayTake } from '../core/failover';
import { log } from '../platform/log';
import type { CallSession } from './call-session';
import type { EmergencyLine } from './emergency-line';
import type { LiveCall } from './live-call';
import { type OutboundParts, placeCall } from './outbound-call';

const patienceMs = 4_000;

/** One way to the emergency service: the line that is registered, or one that has yet to be opened; null when that fails. */
export type Way = {
  isRegistered: boolean;
  open(events: { onLost: () => void; signal: AbortSignal }): Promise<EmergencyLine | null>;
};

export type EmergencyParts = Pick<OutboundParts, 'uri' | 'dtmf' | 'makeMedia' | 'events'> & {
  /** Best first; each is asked for when the one before has failed. */
  ways: Iterable<Way>;
};

/**
 * A call for help: one call to the person, however many gateways have to be tried until one takes it. Which gateway it is at
 * and that it is sent anew is of no interest on the screen, which shows it dialling meanwhile.
 */
export class EmergencyCall implements LiveCall {
  readonly #parts: EmergencyParts;
  readonly #ending = new AbortController();
  #call: Call;
  #attempt: CallSession | undefined;
  #way: Way | undefined;

  constructor(made: Call, parts: EmergencyParts) {
    this.#call = made;
    this.#parts = parts;
    void this.#tryAll();
  }

  get call(): Call {
    return this.#attempt?.call ?? this.#call;
  }

  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  answer(): void {}

  hangUp(): void {
    if (this.#attempt) this.#attempt.hangUp();
    else this.#end({ kind: 'cancelled' });
  }

  mute(isMuted: boolean): void {
    this.#attempt?.mute(isMuted);
  }

  sendDtmf(tones: string): boolean {
    return this.#attempt?.sendDtmf(tones) ?? false;
  }

  /** Where the account is now concerns only a call that was placed through it. */
  followGateway(url: string | null): void {
    if (this.#way?.isRegistered) this.#attempt?.followGateway(url);
  }

  async #tryAll(): Promise<void> {
    let cause: Cause = { kind: 'no-connection' };
    const onLost = () => this.#attempt?.followGateway(null);
    for (const way of this.#parts.ways) {
      const line = await way.open({ onLost, signal: this.ended });
      if (this.ended.aborted) return line?.close();
      if (!line) continue;
      this.#way = way;
      cause = await this.#tryOn(line);
      line.close();
      if (this.ended.aborted) return;
      log.warn('emergency call goes on to the next gateway', { callId: this.#call.id, cause: cause.kind });
    }
    this.#end(cause);
  }

  /** Places the call through this line; resolves when it has ended there, for good or to be tried elsewhere. */
  #tryOn(line: EmergencyLine): Promise<Cause> {
    return new Promise((resolve) => {
      let wasAnswered = false;
      const onChange = () => {
        const { call } = attempt;
        wasAnswered ||= isTalking(call);
        if (call.state === 'ended') {
          if (wasAnswered || !mayAnotherGatewayTake(call.cause)) this.#settle(call);
          this.#attempt = undefined;
          resolve(call.cause);
        }
        this.#parts.events.onChange();
      };
      const attempt = placeCall(this.#call, {
        ...this.#parts,
        line,
        patienceMs,
        events: { ...this.#parts.events, onChange },
      });
      this.#attempt = attempt;
      this.#parts.events.onChange();
    });
  }

  #end(cause: Cause): void {
    if (this.ended.aborted) return;
    const over: CallProgress = { state: 'ended', endedAt: Date.now(), cause };
    log.info('call ended', { callId: this.#call.id, cause: cause.kind, sipStatus: cause.sipStatus });
    this.#settle(moveCall(this.#call, over) ?? this.#call);
    this.#parts.events.onChange();
  }

  #settle(call: Call): void {
    this.#call = call;
    this.#ending.abort();
  }
}
