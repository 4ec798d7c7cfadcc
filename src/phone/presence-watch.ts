import type { UserAgent } from 'sip.js';
import { isSamePresence, nobodyKnown, type Presence, type PresenceOf } from '../core/presence/presence';
import {
  type SubscriptionState,
  saysNoPresence,
  subscribeAgainAfterMs,
} from '../core/presence/subscription-end';
import { refreshAfterMs } from '../core/refresh-after';
import { log } from '../platform/log';
import { PresenceSubscription, type SubscribeResult } from './presence-subscription';
import { pause } from './time';

/** One user: `dueAt` is when the next SUBSCRIBE is to go out, epoch ms, or Infinity. */
type Watched = {
  readonly user: string;
  subscription?: PresenceSubscription | undefined;
  presence: Presence | null;
  since: number;
  dueAt: number;
};

type PresenceWatchParts = {
  /** False while a call is being set up, which nothing is to stand in the way of. */
  mayAsk: () => boolean;
  onChange: () => void;
};

// What is refused so often before anything was granted is not there for anybody.
const refusedAtMost = 3;
// A server that grants less is not worth the traffic.
const refreshEveryMs = 30_000;
const longestPauseMs = 3_600_000;

/**
 * The presence of some users, for as long as they are watched. A telephone system has presence or it has not, which the answers tell:
 * requests go out one after the other, so that one that has none is asked once.
 */
export class PresenceWatch {
  readonly #ua: UserAgent;
  readonly #parts: PresenceWatchParts;
  #watched = new Map<string, Watched>();
  #up: AbortController | undefined;
  #pausing = new AbortController();
  #hasPresence: boolean | null = null;
  #refused = 0;
  #shown: PresenceOf = nobodyKnown;

  constructor(ua: UserAgent, parts: PresenceWatchParts) {
    this.#ua = ua;
    this.#parts = parts;
  }

  /** The same object until something changes. */
  get presence(): PresenceOf {
    return this.#shown;
  }

  /** Watches these from now on and nobody else. */
  watch(users: readonly string[]): void {
    const before = this.#watched;
    this.#watched = new Map(users.map((user) => [user, before.get(user) ?? makeWatched(user)]));
    for (const { user, subscription } of before.values())
      if (!this.#watched.has(user)) subscription?.close(true);
    this.#show();
    this.look();
  }

  /** We are registered on a link that is new, or still are on the one before. */
  begin(): void {
    if (this.#up) return;
    this.#up = new AbortController();
    this.#hasPresence = null;
    this.#refused = 0;
    void this.#keep(this.#up.signal);
  }

  /** A call may have been set up, or begun to be. */
  look(): void {
    this.#pausing.abort();
  }

  /** The link is gone, or will be in a moment; then `tells` the server that we do not listen any more. */
  end({ tells }: { tells: boolean }): void {
    this.#up?.abort();
    this.#up = undefined;
    this.#forgetAll(tells);
  }

  async #keep(gone: AbortSignal): Promise<void> {
    const isGone = new Promise((resolve) => gone.addEventListener('abort', resolve));
    // A call that only waited for the registration is placed first.
    await pause(0, gone);
    while (!gone.aborted) {
      const next = this.#next();
      const waitMs = next ? next.dueAt - Date.now() : longestPauseMs;
      if (next && waitMs <= 0) await Promise.race([this.#ask(next), isGone]);
      else {
        this.#pausing = new AbortController();
        await pause(Math.min(waitMs, longestPauseMs), AbortSignal.any([gone, this.#pausing.signal]));
      }
    }
  }

  #next(): Watched | undefined {
    if (this.#hasPresence === false || !this.#parts.mayAsk()) return undefined;
    return [...this.#watched.values()].reduce<Watched | undefined>(
      (first, other) => (first && first.dueAt <= other.dueAt ? first : other),
      undefined,
    );
  }

  async #ask(watched: Watched): Promise<void> {
    watched.dueAt = Number.POSITIVE_INFINITY;
    const isFirst = watched.subscription === undefined;
    const subscription = watched.subscription ?? this.#subscribe(watched);
    watched.subscription = subscription;
    const result = await subscription.ask();
    if (result?.ok) this.#hasPresence = true;
    // It may be over by now, or nobody wants it any more.
    if (watched.subscription !== subscription || this.#watched.get(watched.user) !== watched) return;
    if (result?.ok) watched.dueAt = Math.min(watched.dueAt, refreshAt(result.expiresSec));
    else {
      subscription.close(false);
      if (isFirst) this.#takeRefusal(watched, result);
      else this.#takeEnd(watched, { reason: '', retryAfterSec: null });
    }
  }

  #subscribe(watched: Watched): PresenceSubscription {
    watched.since = Date.now();
    const subscription: PresenceSubscription = new PresenceSubscription(this.#ua, watched.user, {
      onNotified: (presence, { expiresSec }) => {
        if (watched.subscription !== subscription) return;
        watched.presence = presence;
        // The notifier may cut it short (RFC 6665 §4.2.2).
        if (expiresSec !== null) watched.dueAt = Math.min(watched.dueAt, refreshAt(expiresSec));
        this.#show();
        this.look();
      },
      onOver: (state) => {
        if (watched.subscription === subscription) this.#takeEnd(watched, state);
      },
    });
    return subscription;
  }

  #takeEnd(watched: Watched, state: Pick<SubscriptionState, 'reason' | 'retryAfterSec'>): void {
    const afterMs = subscribeAgainAfterMs(state, Date.now() - watched.since);
    watched.subscription = undefined;
    watched.presence = null;
    watched.dueAt = afterMs === null ? Number.POSITIVE_INFINITY : Date.now() + afterMs;
    this.#show();
    this.look();
  }

  /** Whom the server does not let us watch is left alone until the next registration; a server without presence is, for all of them. */
  #takeRefusal(watched: Watched, result: SubscribeResult): void {
    watched.subscription = undefined;
    if (!result || result.ok) return;
    const { sipStatus } = result;
    this.#refused += 1;
    const isForAll = saysNoPresence(sipStatus) || this.#refused >= refusedAtMost;
    if (this.#hasPresence || !isForAll) return;
    this.#hasPresence = false;
    log.info('presence not available', { sipStatus });
  }

  #forgetAll(tells: boolean): void {
    for (const { subscription } of this.#watched.values()) subscription?.close(tells);
    this.#watched = new Map([...this.#watched.keys()].map((user) => [user, makeWatched(user)]));
    this.#show();
  }

  #show(): void {
    const known = [...this.#watched.values()].flatMap(({ user, presence }): [string, Presence][] =>
      presence ? [[user, presence]] : [],
    );
    const now = Object.fromEntries(known);
    if (isSamePresence(now, this.#shown)) return;
    this.#shown = now;
    this.#parts.onChange();
  }
}

const makeWatched = (user: string): Watched => ({ user, presence: null, since: 0, dueAt: 0 });

const refreshAt = (expiresSec: number): number =>
  Date.now() + Math.max(refreshEveryMs, refreshAfterMs(expiresSec));
