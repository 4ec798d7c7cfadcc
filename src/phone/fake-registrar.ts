import { createHash, randomUUID } from 'node:crypto';
import type { Core } from 'sip.js';
import { type Agent, makeAgent } from './fake-agent';

type Refusal = { statusCode: number; extraHeaders?: string[] };

/** Where the phone registers: asks for a password when it is told to, grants what it likes, or refuses. */
export class FakeRegistrar {
  readonly agent: Agent;
  /** Contact headers of those who are registered, by their instance (RFC 5626 §6). */
  readonly bindings = new Map<string, string>();
  /** The password of every user; null asks for none. */
  password: string | null = 'secret';
  /** The algorithm parameter of the challenge as it is written there, RFC 7616 §3.3. */
  algorithm = 'MD5';
  qop = 'qop="auth", ';
  /** How many seconds are granted at most. */
  grantsSec = 600;
  /** Registrations shorter than this get a 423. */
  minimumSec = 0;
  refuses: Refusal | null = null;
  /** Takes requests and says nothing. */
  isMute = false;
  readonly #nonces = new Set<string>();

  constructor(send: (text: string) => void) {
    this.agent = makeAgent({
      device: 'registrar',
      send,
      delegate: { onRegisterRequest: (request) => this.#answer(request) },
    });
  }

  #answer(request: Core.IncomingRegisterRequest): void {
    const { message } = request;
    const contact = message.getHeader('contact') ?? '';
    const askedSec = Number(/;expires=(\d+)/.exec(contact)?.[1] ?? 600);
    if (this.isMute) return;
    if (this.refuses) request.reject(this.refuses);
    else if (!this.#isAuthentic(message))
      request.reject({ statusCode: 401, extraHeaders: [this.#challenge()] });
    else if (askedSec > 0 && askedSec < this.minimumSec)
      request.reject({ statusCode: 423, extraHeaders: [`Min-Expires: ${this.minimumSec}`] });
    else request.accept({ statusCode: 200, extraHeaders: this.#bind(contact, askedSec) });
  }

  /** Keeps or removes the binding; the answer lists every contact of the user (RFC 3261 §10.3). */
  #bind(contact: string, askedSec: number): string[] {
    const instance = /\+sip\.instance="([^"]+)"/.exec(contact)?.[1] ?? '';
    const grantedSec = Math.min(askedSec, this.grantsSec);
    if (askedSec === 0) this.bindings.delete(instance);
    else this.bindings.set(instance, contact.replace(/;expires=\d+/, `;expires=${grantedSec}`));
    const other = '<sip:other@192.0.2.7;transport=ws>;expires=7';
    return [`Contact: ${[other, ...this.bindings.values()].join(', ')}`];
  }

  #challenge(): string {
    const nonce = randomUUID();
    this.#nonces.add(nonce);
    return `WWW-Authenticate: Digest realm="example.com", nonce="${nonce}", ${this.qop}algorithm=${this.algorithm}`;
  }

  /** RFC 7616 §3.4.1 with qop=auth, RFC 2617 §3.2.2.1 without; each nonce is good once. */
  #isAuthentic(message: Core.IncomingRequestMessage): boolean {
    if (this.password === null) return true;
    const given = parametersOf(message.getHeader('authorization') ?? '');
    if (given.algorithm !== this.algorithm.replaceAll('"', '') || !this.#nonces.delete(given.nonce ?? ''))
      return false;
    const a1 = md5(`${given.username}:example.com:${this.password}`);
    const a2 = md5(`${message.method}:${given.uri}`);
    const middle = given.qop ? `${given.nonce}:${given.nc}:${given.cnonce}:${given.qop}` : given.nonce;
    return given.response === md5(`${a1}:${middle}:${a2}`);
  }
}

function parametersOf(header: string): Record<string, string | undefined> {
  const found = header.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g);
  return Object.fromEntries([...found].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
