import { randomBytes } from 'node:crypto';
import type { Source } from '../media/peer';
import { header, respond } from '../sip/headers';
import type { SipRequest } from '../sip/message';
import { type FarCall, sdpType } from './call';
import { dialogOfInvite } from './dialog';
import type { Wire } from './wire';

/** A call that a phone places to a far end, until it is answered or refused (RFC 3261 §13.3). */
export class Invitation {
  readonly call: FarCall;
  readonly #invite: SipRequest;
  readonly #wire: Wire;
  readonly #tag = randomBytes(5).toString('hex');
  #sdp: string | undefined;
  #isFinal = false;

  constructor(call: FarCall, invite: SipRequest, wire: Wire) {
    this.call = call;
    this.#invite = invite;
    this.#wire = wire;
    const dialog = dialogOfInvite(invite, this.#tag);
    call.prepare({ dialog, cseq: 1, giveUp: () => this.decline(480) });
  }

  ring(): void {
    this.#respond(180);
    this.call.becomes('ringing');
  }

  /** Early media: 183 with SDP, and the source is audible before the answer. */
  async progress(source: Source): Promise<void> {
    if (await this.#negotiate(source)) this.#respond(183, this.#sdp);
    this.call.becomes('ringing');
  }

  async answer(source: Source): Promise<void> {
    if (!(await this.#negotiate(source)) || this.#isFinal) return;
    this.#isFinal = true;
    this.call.becomes('active');
    const response = this.#respond(200, this.#sdp);
    this.call.confirm(response);
  }

  /** Refuses with this final status; a 3xx to 6xx. */
  decline(status: number): void {
    if (this.#isFinal) return;
    this.#isFinal = true;
    this.#respond(status);
    this.call.finish({ by: 'far-end', status, reason: undefined });
  }

  /** The caller gave up: 200 to the CANCEL, 487 to the INVITE (§9.2). */
  cancelled(cancel: SipRequest): void {
    this.#wire.respond(respond(cancel, 200, { toTag: this.#tag }));
    if (this.#isFinal) return;
    this.#isFinal = true;
    this.#respond(487);
    this.call.finish({ by: 'phone', status: 487, reason: header(cancel, 'Reason') });
  }

  /** Our SDP, once; false after a refusal, or after 488 because no codec fits. */
  async #negotiate(source: Source): Promise<boolean> {
    await this.call.play(source);
    if (this.#sdp !== undefined) return true;
    const offer = this.#invite.body;
    this.#sdp = offer === '' ? await this.call.media.offer() : await this.call.media.answer(offer);
    if (this.#sdp === undefined) this.decline(488);
    return !this.#isFinal;
  }

  #respond(status: number, sdp?: string) {
    const contact = { name: 'Contact', value: `<${this.#wire.contact(this.call.number)}>` };
    const headers = sdp === undefined ? [contact] : [contact, sdpType];
    const response = respond(this.#invite, status, { toTag: this.#tag, headers, body: sdp ?? '' });
    this.#wire.respond(response);
    return response;
  }
}
