import { randomBytes } from 'node:crypto';
import { branchOf } from '../sip/address';
import { cseq, header, headerValues, withFirst, withHeader, withoutFirst } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import type { Link } from './link';
import type { Timers } from './timers';

/** A request that the proxy sent on, until its answer has come (RFC 3261 §17.1). */
export interface ClientTransaction {
  readonly link: Link;
  /** The CANCEL of an INVITE goes the same way with the same branch (§9.1). */
  cancel(reason: string | undefined): void;
  /** The ACK for a final response other than 2xx is ours, not the caller's (§17.1.1.3). */
  acknowledge(response: SipResponse): void;
  end(): void;
}

export interface ClientTransactions {
  /** Sends with a Via of our own on top; `take` gets each response without it. */
  send(request: SipRequest, link: Link, take: (response: SipResponse) => void): ClientTransaction;
  /** False when no transaction waits for this response. */
  receive(response: SipResponse): boolean;
  /** Sends without waiting for anything: the ACK of a 2xx. */
  sendStateless(request: SipRequest, link: Link): void;
  clear(): void;
}

export const newBranch = () => `z9hG4bK${randomBytes(9).toString('base64url')}`;

export function makeClientTransactions(sentBy: () => string, timers: Timers): ClientTransactions {
  const waiting = new Map<string, (response: SipResponse) => void>();
  const via = (branch: string) => `SIP/2.0/WS ${sentBy()};branch=${branch}`;

  return {
    send(request, link, take) {
      const branch = newBranch();
      const sent = withFirst(request, 'Via', via(branch));
      waiting.set(branch, take);
      link.send(sent);
      return {
        link,
        cancel: (reason) => link.send(makeCancel(sent, reason)),
        acknowledge: (response) => link.send(makeAck(sent, response)),
        // Lingers for repeated final responses: a 2xx comes again until its ACK has arrived (RFC 6026 §7.2).
        end: () => void timers.after(32_000, () => waiting.delete(branch)),
      };
    },
    receive(response) {
      // A CANCEL has the branch of its INVITE (§9.1); that it was heard is all that its 200 says.
      if (cseq(response)?.method === 'CANCEL') return true;
      const take = waiting.get(branchOf(header(response, 'Via')));
      take?.(withoutFirst(response, 'Via'));
      return take !== undefined;
    },
    sendStateless(request, link) {
      link.send(withFirst(request, 'Via', via(newBranch())));
    },
    clear: () => waiting.clear(),
  };
}

function makeCancel(sent: SipRequest, reason: string | undefined): SipRequest {
  const headers = hopHeaders(sent, 'CANCEL', header(sent, 'To'));
  return {
    ...sent,
    method: 'CANCEL',
    headers: reason === undefined ? headers : [...headers, { name: 'Reason', value: reason }],
    body: '',
  };
}

function makeAck(sent: SipRequest, response: SipResponse): SipRequest {
  return { ...sent, method: 'ACK', headers: hopHeaders(sent, 'ACK', header(response, 'To')), body: '' };
}

function hopHeaders(sent: SipRequest, method: string, to: string | undefined): readonly Header[] {
  const top = withHeader(sent, 'Via', headerValues(sent, 'Via')[0] ?? '');
  const kept = ['via', 'route', 'from', 'call-id', 'max-forwards'];
  return [
    ...top.headers.filter((h) => kept.includes(h.name.toLowerCase())),
    { name: 'To', value: to ?? '' },
    { name: 'CSeq', value: `${cseq(sent)?.number ?? 1} ${method}` },
  ];
}
