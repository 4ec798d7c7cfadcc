import type { Core } from 'sip.js';
import { type Agent, makeAgent } from './fake-agent';
import { FakeGate } from './fake-gate';

type Refusal = { statusCode: number; extraHeaders?: string[] };

/** Where the phone registers: asks who it is, grants what it likes, or refuses. */
export class FakeRegistrar {
  readonly agent: Agent;
  /** Contact headers of those who are registered, by their instance (RFC 5626 §6). */
  readonly bindings = new Map<string, string>();
  /** Whom it lets in. */
  readonly gate = new FakeGate();
  /** How many seconds are granted at most. */
  grantsSec = 600;
  /** Registrations shorter than this get a 423. */
  minimumSec = 0;
  refuses: Refusal | null = null;
  refusesOnce: Refusal | null = null;
  /** Takes requests and says nothing. */
  isMute = false;

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
    const refusal = this.refuses ?? this.refusesOnce;
    this.refusesOnce = null;
    if (refusal) request.reject(refusal);
    else if (!this.gate.isAuthentic(message))
      request.reject({ statusCode: 401, extraHeaders: this.gate.challenges(message) });
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
}
