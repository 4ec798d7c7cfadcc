import type { Authenticate } from '../auth/authentication';
import { branchOf, parseNameAddr, parseUri, tagOf, userOf } from '../sip/address';
import { cseq, header, headerValues, respond, withFirst, withHeader, withoutHeader } from '../sip/headers';
import type { SipMessage, SipRequest, SipResponse } from '../sip/message';
import type { CallsUp } from './calls-up';
import type { ClientTransactions } from './client-transactions';
import { Fork } from './fork';
import type { Link } from './link';
import type { Locator, Target } from './locate';
import type { PresenceAgent } from './presence';
import type { Registrar } from './registrar';
import type { Timers } from './timers';

export interface ProxyParts {
  readonly authenticate: Authenticate;
  readonly registrar: Registrar;
  readonly locator: Locator;
  readonly transactions: ClientTransactions;
  readonly calls: CallsUp;
  readonly presence: PresenceAgent;
  readonly timers: Timers;
  readonly identityOf: (user: string) => string | undefined;
  /** Host and port for Via and Record-Route. */
  readonly sentBy: () => string;
  readonly ringTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly note: (line: string) => void;
}

export interface Proxy {
  receive(link: Link, message: SipMessage): Promise<void>;
  linkClosed(link: Link): void;
  clear(): void;
}

const allowed =
  'INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, INFO, UPDATE, PRACK, REFER, SUBSCRIBE, NOTIFY, MESSAGE';
const known: ReadonlySet<string> = new Set([...allowed.split(', '), 'PUBLISH']);
/** Methods that may open something new; the others need a dialog. */
const opening: ReadonlySet<string> = new Set(['INVITE', 'MESSAGE', 'REFER', 'NOTIFY']);

/** A transaction-stateful proxy (RFC 3261 §16) that stays on the path of each dialog and reaches phones by their open sockets. */
export function makeProxy(parts: ProxyParts): Proxy {
  const forks = new Map<string, Fork>();
  const refused = new Set<string>();
  const queues = new WeakMap<Link, Promise<void>>();

  /** Answers a request itself; the ACK of a refused INVITE then ends here as well. */
  function refuse(link: Link, request: SipRequest, response: SipResponse): void {
    if (request.method === 'INVITE') {
      const key = transactionKey(request);
      refused.add(key);
      parts.timers.after(32_000, () => refused.delete(key));
    }
    link.send(response);
  }

  const deny = (link: Link, request: SipRequest, status: number) =>
    refuse(link, request, respond(request, status, { toTag: 'proxy', headers: allowHeader(status) }));

  /** Calls and registrations are what others see of somebody. */
  function follow(change: () => void): void {
    change();
    parts.presence.changed();
  }

  function startFork(link: Link, request: SipRequest, targets: readonly Target[]): void {
    const key = transactionKey(request);
    link.send(respond(request, 100));
    const reply = (response: SipResponse) => {
      link.send(response);
      if (response.status >= 200 && response.status < 300) follow(() => parts.calls.answered(request));
    };
    forks.set(key, new Fork({ ...parts, request, targets, reply }));
    parts.timers.after(parts.ringTimeoutMs + 32_000, () => forks.delete(key));
  }

  function relay(link: Link, request: SipRequest, target: Target): void {
    let isDone = false;
    const finish = (response: SipResponse) => {
      if (isDone) return;
      isDone = response.status >= 200;
      if (isDone) sent.end();
      link.send(response);
    };
    const sent = parts.transactions.send({ ...request, uri: target.uri }, target.link, finish);
    const late = () => finish(respond(request, 408, { toTag: 'proxy' }));
    parts.timers.after(parts.answerTimeoutMs, late);
  }

  function forward(link: Link, request: SipRequest, targets: readonly Target[]): void {
    const onward = prepare(request, parts.sentBy());
    const [first] = targets;
    if (onward.method === 'INVITE') startFork(link, onward, targets);
    else if (first?.link.isOpen) relay(link, onward, first);
    else deny(link, request, 480);
  }

  function withinDialog(link: Link, request: SipRequest): void {
    const located = parts.locator.inside(request.uri);
    if (request.method === 'ACK') {
      const [target] = located.ok ? located.targets : [];
      const onward = prepare(request, parts.sentBy());
      if (target) parts.transactions.sendStateless({ ...onward, uri: target.uri }, target.link);
    } else if (located.ok) forward(link, request, located.targets);
    else deny(link, request, located.status === 404 ? 481 : located.status);
  }

  async function outsideDialog(link: Link, request: SipRequest): Promise<void> {
    if (!known.has(request.method)) return deny(link, request, 501);
    if (!opening.has(request.method)) return deny(link, request, request.method === 'BYE' ? 481 : 405);
    const sender = await identify(link, request);
    if (sender === undefined) return;
    const located = parts.locator.outside(request.uri);
    if (!located.ok) return deny(link, request, located.status);
    forward(
      link,
      link.isTrusted ? request : assertIdentity(request, parts.identityOf(sender)),
      located.targets,
    );
  }

  /** The user who sends this, or undefined after the challenge or refusal has gone out. */
  async function identify(link: Link, request: SipRequest): Promise<string | undefined> {
    const from = userOf(header(request, 'From'));
    if (link.isTrusted) return from;
    const who = await parts.authenticate(request, request.method === 'REGISTER' ? 'registrar' : 'proxy');
    const claimed = request.method === 'REGISTER' ? userOf(header(request, 'To')) : from;
    if (who.ok && who.user === claimed) return who.user;
    const why = who.ok ? `${who.user} may not speak for ${claimed}` : who.why;
    if (why !== 'no credentials yet') parts.note(`${link.label} refused: ${why}`);
    refuse(link, request, who.ok ? respond(request, 403, { toTag: 'proxy' }) : who.response);
    return undefined;
  }

  async function register(link: Link, request: SipRequest): Promise<void> {
    const user = await identify(link, request);
    if (user === undefined) return;
    link.send(parts.registrar.register(request, user, link));
    parts.presence.changed();
    for (const { expiresAt } of parts.registrar.bindings(user))
      parts.timers.after(expiresAt - Date.now() + 1, parts.presence.changed);
  }

  async function subscribe(link: Link, request: SipRequest): Promise<void> {
    if ((await identify(link, request)) !== undefined) parts.presence.subscribe(link, request);
  }

  function cancel(link: Link, request: SipRequest): void {
    const fork = forks.get(transactionKey(request));
    link.send(respond(request, fork ? 200 : 481, { toTag: 'proxy' }));
    fork?.cancel(header(request, 'Reason'));
  }

  function learnContact(message: SipMessage, link: Link): void {
    const contact = header(message, 'Contact');
    const mayHave = message.kind === 'request' ? message.method !== 'REGISTER' : message.status < 300;
    if (!contact || !mayHave) return;
    const owner = message.kind === 'request' ? 'From' : 'To';
    parts.locator.learn(parseNameAddr(contact).uri, link, userOf(header(message, owner)));
  }

  async function handle(link: Link, message: SipMessage): Promise<void> {
    learnContact(message, link);
    if (message.kind === 'response') {
      if (!parts.transactions.receive(message)) parts.note(`${link.label} answered what nobody asked`);
      return;
    }
    const problem = checkRequest(message);
    if (problem !== undefined) return message.method === 'ACK' ? undefined : deny(link, message, problem);
    const key = transactionKey(message);
    const fork = forks.get(key);
    // The ACK of a non-2xx ends here (§17.2.1); that of a 2xx has a branch of its own and goes on.
    if (message.method === 'ACK' && (fork || refused.has(key))) return;
    if (message.method === 'CANCEL') return cancel(link, message);
    if (message.method === 'REGISTER') return register(link, message);
    if (isForPresence(message)) return subscribe(link, message);
    if (message.method === 'BYE') follow(() => parts.calls.ended(message));
    if (tagOf(header(message, 'To')) !== undefined) return withinDialog(link, message);
    if (message.method === 'ACK' || fork) return;
    if (message.method === 'OPTIONS') {
      const headers = [...allowHeader(405), { name: 'Accept', value: 'application/sdp' }];
      return link.send(respond(message, 200, { toTag: 'proxy', headers }));
    }
    return outsideDialog(link, message);
  }

  return {
    // One after another for each link: a CANCEL must not overtake its INVITE whose token is still being checked.
    receive(link, message) {
      const before = queues.get(link) ?? Promise.resolve();
      const next = before
        .then(() => handle(link, message))
        .catch((error: unknown) => parts.note(`fault: ${error instanceof Error ? error.stack : error}`));
      queues.set(link, next);
      return next;
    },
    linkClosed(link) {
      for (const fork of forks.values()) fork.linkLost(link);
      parts.presence.changed();
    },
    clear: () => forks.clear(),
  };
}

/** A transfer is followed by a subscription too (RFC 3515), whose dialog is not ours. */
function isForPresence(request: SipRequest): boolean {
  const isOurs = tagOf(header(request, 'To')) === undefined || header(request, 'Event') === 'presence';
  return request.method === 'SUBSCRIBE' && isOurs;
}

const allowHeader = (status: number) => (status === 405 ? [{ name: 'Allow', value: allowed }] : []);

/** The status to refuse a malformed request with, or undefined. */
function checkRequest(request: SipRequest): number | undefined {
  const needed = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];
  if (needed.some((name) => header(request, name) === undefined)) return 400;
  if (cseq(request)?.method !== request.method) return 400;
  if (!parseUri(request.uri)) return 416;
  return header(request, 'Max-Forwards') === '0' ? 483 : undefined;
}

/** An INVITE, its CANCEL and the ACK of its failure share this (§17.2.3). */
function transactionKey(request: SipRequest): string {
  const via = headerValues(request, 'Via')[0] ?? '';
  return `${via.split(';')[0]} ${branchOf(via)}`;
}

/**
 * What every hop does to a request (§16.6): one hop less, our Record-Route on what opens a dialog, credentials taken
 * off. Every Route leads to us or to a gateway that shares our calls, so all of them are taken off too.
 */
function prepare(request: SipRequest, sentBy: string): SipRequest {
  const hops = Number(header(request, 'Max-Forwards') ?? 70) - 1;
  const bare = withoutHeader(request, 'Route', 'Proxy-Authorization', 'Authorization');
  const onward = withHeader(bare, 'Max-Forwards', `${hops}`);
  const opensDialog = request.method === 'INVITE' || request.method === 'REFER';
  return opensDialog ? withFirst(onward, 'Record-Route', `<sip:${sentBy};transport=ws;lr>`) : onward;
}

/** P-Asserted-Identity of the authenticated caller, unless the caller wants privacy (RFC 3325 §7). */
function assertIdentity(request: SipRequest, identity: string | undefined): SipRequest {
  const bare = withoutHeader(request, 'P-Asserted-Identity');
  const isPrivate = /\bid\b/.test(header(request, 'Privacy') ?? '');
  return isPrivate || identity === undefined ? bare : withHeader(bare, 'P-Asserted-Identity', identity);
}
