import type { Heard } from '../media/listener';
import type { Source } from '../media/peer';
import type { Direction } from '../media/sdp';
import { header, respond } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import type { Watch } from '../watch';
import { makeAckWait } from './ack-wait';
import { CallMedia, isHeard, type ToneWish } from './call-media';
import { type Dialog, requestWithin, withTargetOf } from './dialog';
import type { Wire } from './wire';

export interface CallEnd {
  /** Who ended it: the far end itself, the phone, or a final response that came back. */
  readonly by: 'far-end' | 'phone' | 'response';
  /** The final response, when the call was never answered. */
  readonly status: number | undefined;
  /** The Reason header of the BYE or CANCEL, when there was one (RFC 3326). */
  readonly reason: string | undefined;
}

/** setup ─▶ ringing ─▶ active ─▶ ended; any of them may end. */
export type CallState = 'setup' | 'ringing' | 'active' | 'ended';

export const sdpType = { name: 'Content-Type', value: 'application/sdp' } as const satisfies Header;

/** One call of a far end, whoever placed it: its dialog, its audio, and what a test may do with it. */
export class FarCall {
  /** The far end's own number. */
  readonly number: string;
  /** The user part of the other side. */
  readonly other: string;
  readonly media: CallMedia;
  readonly #wire: Wire;
  readonly #watch: Watch;
  readonly #awaitAck: ReturnType<typeof makeAckWait>;
  #state: CallState = 'setup';
  #dialog: Dialog | undefined;
  #cseq = 1;
  #end: CallEnd | undefined;
  #isNegotiating = false;
  /** How an unanswered call is given up: CANCEL where we called, a refusal where we were called. */
  #giveUp: (reason: string | undefined) => void = () => undefined;

  constructor(number: string, other: string, wire: Wire) {
    this.number = number;
    this.other = other;
    this.#wire = wire;
    this.#watch = wire.watch;
    this.media = new CallMedia(this.#watch, (line) => wire.note(`${number} ${line}`));
    this.#awaitAck = makeAckWait(wire, () => this.hangUp('SIP;cause=408;text="No ACK"'));
  }

  get state(): CallState {
    return this.#state;
  }

  get dialog(): Dialog | undefined {
    return this.#dialog;
  }

  /** How it ended; undefined while it lasts. */
  get end(): CallEnd | undefined {
    return this.#end;
  }

  /** Digits received so far by RFC 4733. */
  get digits(): string {
    return this.media.digits;
  }

  /** What was heard, a line for each second. */
  get hearings(): readonly Heard[] {
    return this.media.hearings;
  }

  /** Resolves when the call has reached this state. */
  async reaches(state: 'ringing' | 'active' | 'ended', timeoutMs = 9000): Promise<void> {
    const isThere = () => (this.#state === state ? true : undefined);
    await this.#watch.until(isThere, `${this.number}: call ${state} (it is ${this.#state})`, timeoutMs);
  }

  /** 200 once it is active, else the final response that ended it, or 487. */
  outcome(timeoutMs: number): Promise<number> {
    const look = () => (this.#state === 'active' ? 200 : this.#end && (this.#end.status ?? 487));
    return this.#watch.until(look, `${this.number}: outcome of the call to ${this.other}`, timeoutMs);
  }

  /** Resolves with the next second of this tone, or of silence. */
  waitForTone(wish: ToneWish): Promise<Heard> {
    const after = this.hearings.length;
    const look = () => this.hearings.slice(after).find((heard) => isHeard(heard, wish));
    const what = `${this.number} hears ${wish.hz === null ? 'silence' : `${wish.hz} Hz`}`;
    return this.#watch.until(look, what, wish.timeoutMs ?? 8000);
  }

  /** Resolves once all digits received so far end with these. */
  async waitForDigits(digits: string, timeoutMs = 9000): Promise<void> {
    const look = () => (this.digits.endsWith(digits) ? true : undefined);
    await this.#watch.until(look, `${this.number} hears the digits ${digits}`, timeoutMs);
  }

  /** Waits, and tells whether the call is still up after that. */
  lasts(ms: number): Promise<boolean> {
    return new Promise((resolve) => this.#wire.timers.after(ms, () => resolve(this.#state !== 'ended')));
  }

  async play(source: Source): Promise<void> {
    await this.media.play(source);
  }

  /** Ends the call in the way its state asks for: BYE, CANCEL, or a refusal. */
  hangUp(reason?: string): void {
    if (this.#state === 'ended') return;
    if (this.#state !== 'active') {
      this.#giveUp(reason);
      return;
    }
    const headers = reason === undefined ? [] : [{ name: 'Reason', value: reason }];
    this.request('BYE', { headers }, () => undefined);
    this.finish({ by: 'far-end', status: undefined, reason });
  }

  /** A re-INVITE of the far end: hold (`sendonly`, `inactive`), resume, or a new identity. Gives the final status. */
  async reinvite(change: { readonly direction?: Direction; readonly identity?: string }): Promise<number> {
    const body = await this.media.offer(change.direction ?? 'sendrecv');
    const identity =
      change.identity === undefined ? [] : [{ name: 'P-Asserted-Identity', value: change.identity }];
    const headers = [this.#contact, sdpType, ...identity];
    const response = await new Promise<SipResponse>((resolve) =>
      this.request('INVITE', { headers, body }, resolve),
    );
    if (response.status < 300) await this.media.accept(response.body);
    return response.status;
  }

  /** A re-INVITE that leaves the offer to the phone, as telephone systems send it that move the audio (RFC 3261 §14.1). Gives the final status. */
  async askForOffer(): Promise<number> {
    const response = await new Promise<SipResponse>((resolve) =>
      this.request('INVITE', { headers: [this.#contact] }, resolve),
    );
    return response.status;
  }

  /** Sends a request within the dialog; `take` gets its final response. An INVITE's ACK is sent here, with the answer when the offer came back. */
  request(
    method: string,
    parts: { readonly headers?: readonly Header[]; readonly body?: string },
    take: (response: SipResponse) => void,
  ): void {
    if (!this.#dialog) return;
    this.#cseq += 1;
    const [dialog, cseq] = [this.#dialog, this.#cseq];
    const transaction = this.#wire.request(requestWithin(dialog, method, cseq, parts), async (response) => {
      if (response.status < 200) return;
      transaction.end();
      if (method === 'INVITE' && response.status >= 300) transaction.acknowledge(response);
      if (method === 'INVITE' && response.status < 300) {
        this.#dialog = withTargetOf(dialog, response);
        const body = parts.body ? '' : ((await this.media.answer(response.body)) ?? '');
        const answer = body === '' ? {} : { headers: [sdpType], body };
        this.#wire.acknowledge(requestWithin(this.#dialog, 'ACK', cseq, answer));
      }
      take(response);
    });
  }

  /** For whoever sets the call up: the dialog as it is known now, and how to give up. */
  prepare(parts: { dialog?: Dialog; cseq: number; giveUp: (reason: string | undefined) => void }): void {
    this.#dialog = parts.dialog;
    this.#cseq = parts.cseq;
    this.#giveUp = parts.giveUp;
  }

  becomes(state: 'ringing' | 'active', dialog?: Dialog): void {
    if (this.#state === 'ended' || this.#state === 'active') return;
    this.#state = state;
    this.#dialog = dialog ?? this.#dialog;
    this.#watch.changed();
  }

  finish(end: CallEnd): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#end = end;
    this.#awaitAck.stop();
    this.media.close().catch((error: unknown) => this.#wire.note(`${this.number} media: ${error}`));
    this.#watch.changed();
  }

  /** Sends a 2xx to an INVITE again and again until its ACK is here (§13.3.1.4). */
  confirm(response: SipResponse): void {
    this.#awaitAck.start(response);
  }

  /** A request of the other side within this dialog. */
  async receive(request: SipRequest): Promise<void> {
    if (request.method === 'ACK') await this.#takeAck(request);
    else if (request.method === 'BYE') {
      this.#wire.respond(respond(request, 200));
      this.finish({ by: 'phone', status: undefined, reason: header(request, 'Reason') });
    } else if (request.method === 'INVITE' || request.method === 'UPDATE') await this.#renegotiate(request);
    else if (request.method === 'REFER') await this.#wire.refer(this, request);
    else this.#wire.respond(respond(request, 200));
  }

  get #contact(): Header {
    return { name: 'Contact', value: `<${this.#wire.contact(this.number)}>` };
  }

  async #takeAck(ack: SipRequest): Promise<void> {
    this.#awaitAck.stop();
    // The offer was in our 200, so the answer is here (RFC 3261 §13.2.2.4).
    if (ack.body !== '') await this.media.accept(ack.body);
  }

  /** An offer of the other side: hold, resume, ICE restart; or a request for an offer of ours. */
  async #renegotiate(request: SipRequest): Promise<void> {
    if (this.#isNegotiating) {
      this.#wire.respond(respond(request, 491));
      return;
    }
    this.#isNegotiating = true;
    if (this.#dialog) this.#dialog = withTargetOf(this.#dialog, request);
    const sdp = await this.#localSdp(request).finally(() => {
      this.#isNegotiating = false;
    });
    const headers = sdp === '' ? [this.#contact] : [this.#contact, sdpType];
    const response = respond(request, sdp === undefined ? 488 : 200, { headers, body: sdp ?? '' });
    this.#wire.respond(response);
    if (request.method === 'INVITE' && response.status === 200) this.confirm(response);
  }

  async #localSdp(request: SipRequest): Promise<string | undefined> {
    if (request.body !== '') return this.media.answer(request.body);
    return request.method === 'INVITE' ? this.media.offer() : '';
  }
}
