import { parseNameAddr } from '../sip/address';
import { header, headerValues } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';

/** What both sides of a call must repeat in each request (RFC 3261 §12). */
export interface Dialog {
  readonly callId: string;
  /** From of our requests, with our tag. */
  readonly local: string;
  /** To of our requests, with their tag. */
  readonly remote: string;
  /** The contact of the other side. */
  readonly target: string;
  readonly routes: readonly string[];
}

const contactOf = (message: SipRequest | SipResponse) =>
  parseNameAddr(header(message, 'Contact') ?? header(message, 'From') ?? '').uri;

/** The dialog as the called side has it (§12.1.1). */
export function dialogOfInvite(invite: SipRequest, localTag: string): Dialog {
  return {
    callId: header(invite, 'Call-ID') ?? '',
    local: `${header(invite, 'To') ?? ''};tag=${localTag}`,
    remote: header(invite, 'From') ?? '',
    target: contactOf(invite),
    routes: headerValues(invite, 'Record-Route'),
  };
}

/** The dialog as the calling side has it (§12.1.2): the route set is the other way round. */
export function dialogOfResponse(response: SipResponse): Dialog {
  return {
    callId: header(response, 'Call-ID') ?? '',
    local: header(response, 'From') ?? '',
    remote: header(response, 'To') ?? '',
    target: contactOf(response),
    routes: headerValues(response, 'Record-Route').reverse(),
  };
}

/** The dialog after a message of the other side that may have brought a new contact (§12.2.1.2). */
export function withTargetOf(dialog: Dialog, message: SipRequest | SipResponse): Dialog {
  return header(message, 'Contact') ? { ...dialog, target: contactOf(message) } : dialog;
}

/** A request within the dialog, without Via (§12.2.1.1). */
export function requestWithin(
  dialog: Dialog,
  method: string,
  cseq: number,
  parts: { readonly headers?: readonly Header[]; readonly body?: string } = {},
): SipRequest {
  return {
    kind: 'request',
    method,
    uri: dialog.target,
    headers: [
      ...dialog.routes.map((value) => ({ name: 'Route', value })),
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: dialog.local },
      { name: 'To', value: dialog.remote },
      { name: 'Call-ID', value: dialog.callId },
      { name: 'CSeq', value: `${cseq} ${method}` },
      ...(parts.headers ?? []),
    ],
    body: parts.body ?? '',
  };
}
