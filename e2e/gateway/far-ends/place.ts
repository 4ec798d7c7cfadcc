import { randomBytes } from 'node:crypto';
import type { ClientTransaction } from '../proxy/client-transactions';
import { formatNameAddr, tagOf } from '../sip/address';
import { header } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import { type FarCall, sdpType } from './call';
import { dialogOfResponse, requestWithin } from './dialog';
import type { Wire } from './wire';

export interface PlaceOptions {
  /** Display name in From; default the far end's own name. */
  readonly name?: string;
  /** The whole From value without tag, such as `"Anonymous" <sip:anonymous@anonymous.invalid>`. */
  readonly from?: string;
  /** P-Asserted-Identity; null for none; default is what From says. */
  readonly identity?: string | null;
  /** The tone that the far end plays; default 440, null for silence. */
  readonly toneHz?: number | null;
  /** Give up this long after the INVITE, if nobody has answered by then. */
  readonly cancelAfterMs?: number;
  /** Reason header of that CANCEL, such as `SIP;cause=200;text="Call completed elsewhere"`. */
  readonly cancelReason?: string;
  /** More headers of the INVITE: Alert-Info, Replaces, Subject … */
  readonly headers?: readonly Header[];
  /** Leave the offer to the phone: an INVITE without SDP (RFC 3261 §13.2.1). */
  readonly withoutSdp?: boolean;
}

interface Caller {
  readonly name: string;
  /** The AOR of the far end. */
  readonly uri: string;
  /** The AOR of the phone. */
  readonly to: string;
}

/** Sends the INVITE of a far end; resolves once it is out. What becomes of it is told by the call. */
export async function placeCall(call: FarCall, caller: Caller, options: PlaceOptions, wire: Wire) {
  await call.play(options.toneHz === null ? 'silence' : { hz: options.toneHz ?? 440 });
  const body = options.withoutSdp ? '' : await call.media.offer();
  const invite = makeInvite(call, caller, options, wire, body);
  const attempt = makeAttempt(call, invite, wire);
  const delay = options.cancelAfterMs;
  if (delay === undefined) return;
  wire.timers.after(delay, () => {
    if (call.state !== 'active') attempt.giveUp(options.cancelReason);
  });
}

function makeInvite(
  call: FarCall,
  caller: Caller,
  options: PlaceOptions,
  wire: Wire,
  body: string,
): SipRequest {
  const from = options.from ?? formatNameAddr(options.name ?? caller.name, caller.uri);
  const identity = options.identity === undefined ? from : options.identity;
  return {
    kind: 'request',
    method: 'INVITE',
    uri: caller.to,
    headers: [
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: `${from};tag=${randomBytes(5).toString('hex')}` },
      { name: 'To', value: `<${caller.to}>` },
      { name: 'Call-ID', value: randomBytes(10).toString('hex') },
      { name: 'CSeq', value: '1 INVITE' },
      { name: 'Contact', value: `<${wire.contact(call.number)}>` },
      { name: 'Allow', value: 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, MESSAGE' },
      ...(identity === null ? [] : [{ name: 'P-Asserted-Identity', value: identity }]),
      ...(options.headers ?? []),
      ...(body === '' ? [] : [sdpType]),
    ],
    body,
  };
}

/** The INVITE's responses, and the CANCEL that may go out only after the first of them (§9.1). */
function makeAttempt(call: FarCall, invite: SipRequest, wire: Wire) {
  let wish: { reason: string | undefined } | undefined;
  let isProceeding = false;
  let confirmedTag: string | undefined;
  let progress = Promise.resolve();

  const giveUp = (reason: string | undefined) => {
    if (wish) return;
    wish = { reason };
    if (isProceeding) transaction.cancel(reason);
  };

  // One after another, because taking SDP takes time and a 200 must not overtake its 183.
  const take = (response: SipResponse) => {
    progress = progress
      .then(() => step(response))
      .catch((error: unknown) => wire.note(`${call.number} could not use ${response.status}: ${error}`));
  };

  async function step(response: SipResponse): Promise<void> {
    if (response.status >= 300) fail(response);
    else if (response.status >= 200) await succeed(response);
    else {
      isProceeding = true;
      if (wish) transaction.cancel(wish.reason);
      if (response.status > 100) call.becomes('ringing');
      if (response.body !== '' && invite.body !== '') await useSdp(response.body);
    }
  }

  let isSdpUsed = false;
  async function useSdp(sdp: string): Promise<void> {
    // The 200 repeats the answer that the 183 gave (§13.2.1).
    if (isSdpUsed) return;
    isSdpUsed = true;
    await call.media.accept(sdp);
  }

  function fail(response: SipResponse): void {
    transaction.acknowledge(response);
    transaction.end();
    const by = wish ? 'far-end' : 'response';
    call.finish({ by, status: response.status, reason: wish ? wish.reason : header(response, 'Reason') });
  }

  async function succeed(response: SipResponse): Promise<void> {
    const tag = tagOf(header(response, 'To'));
    const dialog = dialogOfResponse(response);
    // Two phones answered at once and one call is enough (§13.2.2.4), or a phone answered that had lost us before.
    const isUnwanted = call.state === 'ended' || (confirmedTag !== undefined && confirmedTag !== tag);
    const answer = invite.body === '' && !isUnwanted ? await call.media.answer(response.body) : undefined;
    const parts = answer === undefined ? {} : { headers: [sdpType], body: answer };
    wire.acknowledge(requestWithin(dialog, 'ACK', 1, parts));
    if (isUnwanted) {
      wire.request(requestWithin(dialog, 'BYE', 2), () => undefined);
    } else if (confirmedTag === undefined) {
      confirmedTag = tag;
      transaction.end();
      call.becomes('active', dialog);
      if (invite.body !== '') await useSdp(response.body);
      if (wish) call.hangUp(wish.reason);
    }
  }

  call.prepare({ cseq: 1, giveUp });
  const transaction: ClientTransaction = wire.request(invite, take);
  return { giveUp };
}
