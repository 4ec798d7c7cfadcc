import type { RegistrationFailure } from '../core/registration';
import type { Agent } from './fake-agent';
import { FakeNotifier } from './fake-notifier';
import { FakePerson } from './fake-person';
import { FakeRegistrar } from './fake-registrar';
import { FakeSocket } from './fake-socket';
import type { Exchange } from './fake-wire';

const { setImmediate: inItsOwnTurn } = globalThis;

/**
 * open      connections open, requests are answered
 * refusing  connections fail at once
 * blocked   the browser does not even try, as with a port that it bars
 * silent    connections neither open nor fail
 * frozen    connections open, but nothing is answered, and those that were up go still
 */
type Mode = 'open' | 'refusing' | 'blocked' | 'silent' | 'frozen';

/** A SIP over WebSocket gateway in memory: a registrar, and a proxy to the people behind it. */
export class FakeGateway {
  readonly url: string;
  readonly registrar: FakeRegistrar;
  /** Whether it answers the keep-alive CRLF CRLF (RFC 5626 §4.4.1); Asterisk, for one, does not. */
  pongs = false;
  /** What the network stack says of a connection that failed. */
  diagnose: () => Promise<RegistrationFailure | null> = async () => null;
  #isSlow = false;
  #held: (() => void)[] = [];
  /** How often somebody tried to connect. */
  attempts = 0;
  #mode: Mode = 'open';
  #sockets: FakeSocket[] = [];
  /** Where a request came from, by the branch of its Via: the answer goes back there (RFC 3261 §18.2.2). */
  readonly #origins = new Map<string, FakeSocket>();
  readonly #exchange: Exchange;
  readonly #agents: Agent[] = [];
  readonly #notifiers: FakeNotifier[] = [];

  constructor(url: string, exchange: Exchange) {
    this.url = url;
    this.#exchange = exchange;
    this.registrar = new FakeRegistrar((text) => this.#toPhone(text));
  }

  /** Someone with a telephone behind this gateway; the same user twice is one person with two devices. */
  person(user: string, device = `${user}-desk`): FakePerson {
    const person = new FakePerson(user, device, (text) => this.#toPhone(text));
    this.#agents.push(person.agent);
    return person;
  }

  /** Tells of a user to those who subscribe; where there is none, a SUBSCRIBE reaches the telephone itself. */
  notifier(user: string): FakeNotifier {
    const notifier = new FakeNotifier(user, (text) => this.#toPhone(text));
    this.#notifiers.push(notifier);
    return notifier;
  }

  set mode(mode: Mode) {
    this.#mode = mode;
    for (const socket of this.#sockets) socket.isFrozen = mode === 'frozen';
  }

  /** While it is slow, requests wait; then they go on in their order. */
  set isSlow(isSlow: boolean) {
    this.#isSlow = isSlow;
    if (!isSlow) for (const route of this.#held.splice(0)) inItsOwnTurn(route);
  }

  connect(): FakeSocket {
    this.attempts += 1;
    if (this.#mode === 'blocked') throw new DOMException('The port is not allowed.', 'SecurityError');
    const socket: FakeSocket = new FakeSocket(this.url, {
      receive: (text) => this.#fromPhone(text, socket),
      closed: () => {
        this.#sockets = this.#sockets.filter((open) => open !== socket);
      },
    });
    socket.isFrozen = this.#mode === 'frozen';
    if (this.#mode === 'refusing') inItsOwnTurn(() => socket.drop());
    else if (this.#mode !== 'silent') {
      this.#sockets.push(socket);
      socket.open();
    }
    return socket;
  }

  /** The process is gone: every connection closes, new ones are refused, registrations are forgotten. */
  kill(): void {
    this.#mode = 'refusing';
    this.registrar.bindings.clear();
    for (const socket of this.#sockets.splice(0)) inItsOwnTurn(() => socket.drop());
  }

  restart(): void {
    this.#mode = 'open';
  }

  /** What is connected now freezes, what connects later does not: another process took over. */
  freezeConnections(): void {
    for (const socket of this.#sockets.splice(0)) socket.isFrozen = true;
  }

  /** The connection is closing, but its close event does not come. */
  halfClose(): void {
    for (const socket of this.#sockets.splice(0)) socket.readyState = 2;
  }

  /** Sends the phone something that no agent made. */
  say(text: string): void {
    this.#toPhone(text);
  }

  /** How many connections are up. */
  get connections(): number {
    return this.#sockets.length;
  }

  #toPhone(text: string): void {
    const origin = text.startsWith('SIP/2.0') ? this.#origins.get(branchOf(text)) : undefined;
    // A connection that is gone is replaced by the one that stands now (RFC 5626 §5.3).
    const socket = this.#sockets.find((open) => open === origin) ?? this.#sockets.at(-1);
    if (!socket || this.#mode === 'frozen') return;
    this.#exchange.note('←', text);
    socket.deliver(text);
  }

  #fromPhone(text: string, socket: FakeSocket): void {
    this.#exchange.note('→', text);
    if (socket.isFrozen) return;
    if (text === '\r\n\r\n' && this.pongs) this.#toPhone('\r\n');
    if (text.trim() === '') return;
    this.#origins.set(branchOf(text), socket);
    const route = () => {
      for (const agent of this.#routesOf(text)) agent.receive(text);
    };
    if (this.#isSlow) this.#held.push(route);
    else inItsOwnTurn(route);
  }

  /** A response goes to who asked; a request to the one contact, or to each device of the user, or to the registrar. */
  #routesOf(text: string): Agent[] {
    const via = /^Via:\s*\S+\s+([^;:\s]+)/im.exec(text)?.[1];
    const notifiers = this.#notifiers.map(({ agent }) => agent);
    if (text.startsWith('SIP/2.0'))
      return [...this.#agents, ...notifiers].filter((agent) => agent.hasVia(via));
    const user = /^\w+ sips?:([^@;\s]+)@/.exec(text)?.[1];
    const notifier = notifiers.filter((agent) => agent.hasUser(user));
    if (text.startsWith('SUBSCRIBE') && notifier.length > 0) return notifier;
    const contact = this.#agents.filter((agent) => agent.hasUser(user) === 'contact');
    const devices = contact.length > 0 ? contact : this.#agents.filter((agent) => agent.hasUser(user));
    return devices.length > 0 ? devices : [this.registrar.agent];
  }
}

const branchOf = (text: string): string => /^Via:[^\r\n]*;branch=([^;\s]+)/im.exec(text)?.[1] ?? '';
