import { header, respond, withHeader } from '../sip/headers';
import type { SipRequest, SipResponse } from '../sip/message';
import { bestResponse } from './best-response';
import type { ClientTransaction, ClientTransactions } from './client-transactions';
import type { Link } from './link';
import type { Target } from './locate';
import type { Timers } from './timers';

export interface ForkParts {
  readonly request: SipRequest;
  readonly targets: readonly Target[];
  readonly transactions: ClientTransactions;
  readonly timers: Timers;
  /** How long an INVITE may ring before the caller gets 408 (Timer C, RFC 3261 §16.6 step 11). */
  readonly ringTimeoutMs: number;
  /** How long a target may stay without any response (Timer B), or without its 487 after a CANCEL. */
  readonly answerTimeoutMs: number;
  readonly reply: (response: SipResponse) => void;
}

interface Branch {
  readonly target: Target;
  readonly transaction: ClientTransaction;
  state: 'calling' | 'proceeding' | 'ended';
  /** The Reason with which to cancel; a CANCEL may go out only after a provisional response (§9.1). */
  cancel: { reason: string | undefined; isSent: boolean } | undefined;
  final: SipResponse | undefined;
}

export const completedElsewhere = 'SIP;cause=200;text="Call completed elsewhere"';

/**
 * One INVITE on its way to one or several targets (RFC 3261 §16.7).
 *
 *   calling ──1xx──▶ proceeding ──final──▶ ended      each branch
 *
 * A 2xx goes to the caller at once and cancels the others; a 6xx cancels the others; other final responses wait
 * until every branch has ended, then the best is passed on.
 */
export class Fork {
  readonly #parts: ForkParts;
  readonly #branches: Branch[] = [];
  readonly #forgetRinging: () => void;
  #isAnswered = false;

  constructor(parts: ForkParts) {
    this.#parts = parts;
    this.#forgetRinging = parts.timers.after(parts.ringTimeoutMs, () => this.#expire());
    for (const target of parts.targets) this.#start(target);
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** The caller gave up: its Reason goes on to every branch that has not ended. */
  cancel(reason: string | undefined): void {
    for (const branch of this.#branches) this.#cancelBranch(branch, reason);
  }

  /** A socket closed: nothing can come from there any more (RFC 5626 §5.3). */
  linkLost(link: Link): void {
    for (const branch of this.#branches.filter((b) => b.target.link === link && b.state !== 'ended')) {
      this.#end(branch, respond(this.#parts.request, 430, { toTag: 'proxy' }));
    }
  }

  #start(target: Target): void {
    const { request, transactions, timers, answerTimeoutMs } = this.#parts;
    const sent = { ...request, uri: target.uri };
    const take = (response: SipResponse) => this.#take(branch, response);
    const branch: Branch = {
      target,
      transaction: transactions.send(sent, target.link, take),
      state: 'calling',
      cancel: undefined,
      final: undefined,
    };
    this.#branches.push(branch);
    timers.after(answerTimeoutMs, () => {
      if (branch.state === 'calling') this.#end(branch, respond(request, 408, { toTag: 'proxy' }));
    });
    if (!target.link.isOpen) this.#end(branch, respond(request, 430, { toTag: 'proxy' }));
  }

  #take(branch: Branch, response: SipResponse): void {
    if (response.status >= 300) branch.transaction.acknowledge(response);
    if (response.status < 200) this.#progress(branch, response);
    // A failure that comes after we gave the branch up has its ACK, and that is all; a 2xx always goes on (§16.7 step 5).
    else if (branch.state !== 'ended' || response.status < 300) this.#end(branch, response);
  }

  #progress(branch: Branch, response: SipResponse): void {
    if (branch.state === 'ended') return;
    branch.state = 'proceeding';
    if (branch.cancel) this.#sendCancel(branch);
    else if (response.status > 100 && !this.#isAnswered) {
      this.#parts.reply(withIdentity(response, branch.target));
    }
  }

  #end(branch: Branch, response: SipResponse): void {
    branch.state = 'ended';
    branch.transaction.end();
    if (response.status < 300) {
      this.#isAnswered = true;
      this.#forgetRinging();
      this.#parts.reply(withIdentity(response, branch.target));
      this.#cancelOthers(branch, completedElsewhere);
      return;
    }
    branch.final = response;
    if (response.status >= 600) this.#cancelOthers(branch, `SIP;cause=${response.status}`);
    this.#finish();
  }

  #finish(): void {
    if (this.#isAnswered || this.#branches.length < this.#parts.targets.length) return;
    if (this.#branches.some((branch) => branch.state !== 'ended')) return;
    const best = bestResponse(this.#branches.flatMap((branch) => branch.final ?? []));
    this.#forgetRinging();
    // No phone could be reached over its flow: to the caller that is "not there now" (RFC 5626 §5.3).
    if (best?.status === 430) this.#parts.reply(respond(this.#parts.request, 480, { toTag: 'proxy' }));
    else if (best) this.#parts.reply(best);
  }

  #cancelOthers(but: Branch, reason: string): void {
    for (const branch of this.#branches) if (branch !== but) this.#cancelBranch(branch, reason);
  }

  #cancelBranch(branch: Branch, reason: string | undefined): void {
    if (branch.state === 'ended' || branch.cancel) return;
    branch.cancel = { reason, isSent: false };
    if (branch.state === 'proceeding') this.#sendCancel(branch);
    this.#parts.timers.after(this.#parts.answerTimeoutMs, () => {
      if (branch.state !== 'ended') this.#end(branch, respond(this.#parts.request, 487, { toTag: 'proxy' }));
    });
  }

  #sendCancel(branch: Branch): void {
    if (!branch.cancel || branch.cancel.isSent) return;
    branch.cancel.isSent = true;
    branch.transaction.cancel(branch.cancel.reason);
  }

  #expire(): void {
    for (const branch of this.#branches.filter((b) => b.state !== 'ended')) {
      if (branch.state === 'proceeding') branch.transaction.cancel('SIP;cause=408;text="Request Timeout"');
      this.#end(branch, respond(this.#parts.request, 408, { toTag: 'proxy' }));
    }
  }
}

/** Who answers or rings, as the network knows it (RFC 3325 §5); what the phone says of itself is not believed. */
function withIdentity(response: SipResponse, target: Target): SipResponse {
  if (target.identity === undefined) return response;
  if (target.link.isTrusted && header(response, 'P-Asserted-Identity')) return response;
  return withHeader(response, 'P-Asserted-Identity', target.identity);
}
