import { randomBytes } from 'node:crypto';
import { parseNameAddr, parseUri, quote, tagOf } from '../sip/address';
import { header, respond } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import type { CallsUp } from './calls-up';
import type { ClientTransactions } from './client-transactions';
import type { Link } from './link';
import type { Locator } from './locate';
import type { Registrar } from './registrar';
import type { Timers } from './timers';

export interface PresenceParts {
  /** False: there is no such event package here, and each SUBSCRIBE gets 489. */
  readonly presence: boolean;
  readonly isUser: (user: string) => boolean;
  readonly registrar: Registrar;
  readonly calls: CallsUp;
  readonly locator: Locator;
  readonly transactions: ClientTransactions;
  readonly timers: Timers;
  readonly sentBy: () => string;
}

/** What a user does, as far as the exchange knows. */
export type UserState = 'open' | 'on-the-phone' | 'closed';

interface Watcher {
  readonly user: string;
  /** What opened the subscription: it says where NOTIFYs go, and in which dialog. */
  readonly request: SipRequest;
  readonly tag: string;
  cseq: number;
  told: UserState | undefined;
  endsAt: number;
  forgetEnd: () => void;
}

/** A presence agent (RFC 3856 §6.2): tells who is registered and who talks to those who subscribe. */
export interface PresenceAgent {
  /** Answers a SUBSCRIBE whose sender is known, and sends the NOTIFY that follows. */
  subscribe(link: Link, request: SipRequest): void;
  /** A registration or a call may have come or gone. */
  changed(): void;
  clear(): void;
}

const grantedAtMostSec = 3_600;

export function makePresenceAgent(parts: PresenceParts): PresenceAgent {
  const watchers = new Map<string, Watcher>();

  function stateOf(user: string): UserState {
    if (parts.registrar.bindings(user).length === 0) return 'closed';
    return parts.calls.isTalking(user) ? 'on-the-phone' : 'open';
  }

  function remove(watcher: Watcher): void {
    watcher.forgetEnd();
    watchers.delete(watcher.tag);
  }

  /** With nobody there to hear it any more, the subscription is over (RFC 6665 §4.2.2). */
  function notify(watcher: Watcher, ending?: string): void {
    const contact = parseNameAddr(header(watcher.request, 'Contact') ?? '').uri;
    const located = parts.locator.inside(contact);
    const [target] = located.ok ? located.targets : [];
    watcher.cseq += 1;
    watcher.told = stateOf(watcher.user);
    if (!target?.link.isOpen) {
      remove(watcher);
      return;
    }
    const leftSec = Math.max(0, Math.round((watcher.endsAt - Date.now()) / 1000));
    const state = ending ?? `active;expires=${leftSec}`;
    const request = makeNotify(watcher, { uri: contact, state, sentBy: parts.sentBy() });
    const sent = parts.transactions.send(request, target.link, (response) => {
      if (response.status < 200) return;
      sent.end();
      if (response.status >= 300) remove(watcher);
    });
  }

  function extend(watcher: Watcher, seconds: number): void {
    watcher.endsAt = Date.now() + seconds * 1000;
    watcher.forgetEnd();
    watcher.forgetEnd = parts.timers.after(seconds * 1000, () => {
      notify(watcher, 'terminated;reason=timeout');
      remove(watcher);
    });
  }

  function open(request: SipRequest, user: string): Watcher {
    const tag = randomBytes(6).toString('hex');
    const watcher = { user, request, tag, cseq: 0, told: undefined, endsAt: 0, forgetEnd: () => {} };
    watchers.set(tag, watcher);
    return watcher;
  }

  return {
    subscribe(link, request) {
      const user = parseUri(request.uri)?.user ?? '';
      const tag = tagOf(header(request, 'To'));
      const known = tag === undefined ? undefined : watchers.get(tag);
      const refusal = refusalOf(parts, request, { user, isLost: tag !== undefined && !known });
      if (refusal) return link.send(refusal);
      const watcher = known ?? open(request, user);
      const seconds = Math.min(Number(header(request, 'Expires') ?? grantedAtMostSec), grantedAtMostSec);
      const headers = [
        { name: 'Expires', value: `${seconds}` },
        { name: 'Contact', value: contactOf(parts.sentBy()) },
      ];
      link.send(respond(request, 200, { toTag: watcher.tag, headers }));
      if (seconds > 0) extend(watcher, seconds);
      notify(watcher, seconds > 0 ? undefined : 'terminated;reason=timeout');
      if (seconds === 0) remove(watcher);
    },
    changed() {
      for (const watcher of watchers.values()) if (stateOf(watcher.user) !== watcher.told) notify(watcher);
    },
    clear() {
      for (const watcher of watchers.values()) remove(watcher);
    },
  };
}

const contactOf = (sentBy: string) => `<sip:presence@${sentBy};transport=ws>`;

function refusalOf(
  parts: PresenceParts,
  request: SipRequest,
  { user, isLost }: { user: string; isLost: boolean },
): SipResponse | undefined {
  const refuse = (status: number, headers: readonly Header[] = []) =>
    respond(request, status, { toTag: 'presence', headers });
  const event = (header(request, 'Event') ?? '').split(';')[0]?.trim().toLowerCase();
  // The list of what there is may be empty (RFC 6665 §8.3.2).
  if (!parts.presence) return refuse(489, [{ name: 'Allow-Events', value: '' }]);
  if (event !== 'presence') return refuse(489, [{ name: 'Allow-Events', value: 'presence' }]);
  if (isLost) return refuse(481);
  const isInDialog = tagOf(header(request, 'To')) !== undefined;
  return isInDialog || parts.isUser(user) ? undefined : refuse(404);
}

function makeNotify(
  { request, tag, cseq: number, told = 'closed', user }: Watcher,
  { uri, state, sentBy }: { uri: string; state: string; sentBy: string },
): SipRequest {
  const headers: Header[] = [
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: `${header(request, 'To')};tag=${tag}` },
    { name: 'To', value: header(request, 'From') ?? '' },
    { name: 'Call-ID', value: header(request, 'Call-ID') ?? '' },
    { name: 'CSeq', value: `${number} NOTIFY` },
    { name: 'Contact', value: contactOf(sentBy) },
    { name: 'Event', value: 'presence' },
    { name: 'Subscription-State', value: state },
    { name: 'Content-Type', value: 'application/pidf+xml' },
  ];
  const entity = parseNameAddr(header(request, 'To') ?? '').uri;
  return { kind: 'request', method: 'NOTIFY', uri, headers, body: formatPidf(entity, user, told) };
}

/** RFC 3863 §4.1, with the activities of RFC 4480 §3.2 while somebody talks. */
function formatPidf(entity: string, user: string, state: UserState): string {
  const basic = state === 'closed' ? 'closed' : 'open';
  const person =
    state === 'on-the-phone'
      ? '<dm:person id="p"><rpid:activities><rpid:on-the-phone/></rpid:activities></dm:person>'
      : '';
  const attribute = (text: string) => quote(text.replace(/[<&"]/g, ''));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"',
    ` xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity=${attribute(entity)}>`,
    `<tuple id=${attribute(`t${user}`)}><status><basic>${basic}</basic></status></tuple>${person}</presence>`,
  ].join('\r\n');
}
