import { type AuthenticationOptions, makeAuthentication } from './auth/authentication';
import { type Agent, farEndHost, makeAgent } from './far-ends/agent';
import { farEndAt } from './far-ends/table';
import type { GatewayLog } from './log';
import { makeCallsUp } from './proxy/calls-up';
import { makeClientTransactions } from './proxy/client-transactions';
import type { Link } from './proxy/link';
import { makeLocator } from './proxy/locate';
import { makePresenceAgent } from './proxy/presence';
import { makeProxy } from './proxy/proxy';
import { makeRegistrar, type Registrar, type RegistrarOptions } from './proxy/registrar';
import { makeTimers } from './proxy/timers';
import { formatNameAddr, parseUri, userOf } from './sip/address';
import { header } from './sip/headers';
import type { SipMessage } from './sip/message';
import type { WebsocketDoor } from './websocket-door';

export interface ExchangeOptions
  extends Omit<AuthenticationOptions, 'realm' | 'now'>,
    Omit<RegistrarOptions, 'now'> {
  /** Remove the bindings of a socket that closes (as Asterisk); else they stay until they expire (as Kamailio). */
  readonly dropOnClose: boolean;
  readonly ringTimeoutMs: number;
  readonly answerTimeoutMs: number;
  /** Whether there is a presence agent; without one each SUBSCRIBE gets 489. */
  readonly presence: boolean;
}

/** What one or several doors lead to: registrar, proxy and far ends. */
export interface Exchange {
  readonly log: GatewayLog;
  readonly registrar: Registrar;
  readonly agent: Agent;
  /** Host and port for Via and Record-Route: those of the first door. */
  sentBy: string;
  opened(link: Link): void;
  received(link: Link, message: SipMessage, door: string): void;
  closed(link: Link): void;
  /** The doors that stand open; while there is none, nothing that far ends say gets anywhere. */
  readonly doors: Set<WebsocketDoor>;
  /** What a server loses when its process ends: bindings, flows and calls being set up. */
  forget(): void;
  close(): Promise<void>;
}

export function makeExchange(options: ExchangeOptions, log: GatewayLog): Exchange {
  const [proxyTimers, farEndTimers] = [makeTimers(), makeTimers()];
  const now = Date.now;
  const registrar = makeRegistrar({ ...options, now });
  const transactions = makeClientTransactions(() => exchange.sentBy, proxyTimers);
  const labels = makeLabels();
  const isUser = (user: string) => Object.hasOwn(options.users, user);

  function identityOf(user: string): string | undefined {
    const account = Object.hasOwn(options.users, user) ? options.users[user] : undefined;
    const name = account?.name ?? farEndAt(user)?.name;
    return name === undefined ? undefined : formatNameAddr(name, `sip:${user}@${options.domain}`);
  }

  const agent = makeAgent({
    domain: options.domain,
    timers: farEndTimers,
    note: log.note,
    onSent: (link, message) => log.sip('out', link.label, message),
    toProxy(link, message) {
      if (exchange.doors.size === 0) return;
      log.sip('in', link.label, message);
      proxy.receive(link, message);
    },
  });

  const locator = makeLocator({
    registrar,
    identityOf,
    isUser,
    farEnd: (number) => (farEndAt(number) ? agent.link(number) : undefined),
    isFarEndContact: (uri) => parseUri(uri)?.host === farEndHost,
    anyFarEnd: agent.link,
  });

  const calls = makeCallsUp();
  const presence = makePresenceAgent({
    presence: options.presence,
    isUser,
    registrar,
    calls,
    locator,
    transactions,
    timers: proxyTimers,
    sentBy: () => exchange.sentBy,
  });

  const proxy = makeProxy({
    ...options,
    authenticate: makeAuthentication({ ...options, realm: options.domain, now }),
    registrar,
    locator,
    transactions,
    calls,
    presence,
    timers: proxyTimers,
    identityOf,
    sentBy: () => exchange.sentBy,
    note: log.note,
  });

  const exchange: Exchange = {
    log,
    registrar,
    agent,
    sentBy: 'gateway.invalid',
    doors: new Set(),
    opened: labels.add,
    received(link, message, door) {
      if (message.kind === 'request') labels.rename(link, userOf(header(message, 'From')));
      log.sip('in', link.label, message, door);
      proxy.receive(link, message);
    },
    closed(link) {
      labels.remove(link);
      const gone = options.dropOnClose ? registrar.removeLink(link) : [];
      log.note(`${link.label} socket closed${gone.length > 0 ? `, ${gone.length} binding removed` : ''}`);
      proxy.linkClosed(link);
    },
    forget() {
      proxyTimers.clear();
      transactions.clear();
      proxy.clear();
      locator.clear();
      calls.clear();
      presence.clear();
      registrar.clear();
    },
    async close() {
      proxyTimers.clear();
      farEndTimers.clear();
      await agent.close();
    },
  };
  return exchange;
}

/** A link is called after the first user that speaks through it; a second phone of that user is `201.2`. */
function makeLabels() {
  const links = new Set<Link>();
  const named = new WeakSet<Link>();
  return {
    add: (link: Link) => void links.add(link),
    remove: (link: Link) => void links.delete(link),
    rename(link: Link, user: string): void {
      if (named.has(link) || user === '') return;
      named.add(link);
      const taken = new Set([...links].map((other) => other.label));
      let label = user;
      for (let count = 2; taken.has(label); count++) label = `${user}.${count}`;
      link.label = label;
    },
  };
}
