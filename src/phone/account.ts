import type { Invitation, SessionDescriptionHandlerFactory, UserAgent } from 'sip.js';
import type { PhoneSetup } from '../bus/protocol';
import { nextAttempt } from '../core/failover';
import { refreshAfterMs } from '../core/refresh-after';
import {
  canMoveRegistration,
  type FailedAttempt,
  type GatewayPlace,
  needsPerson,
  type Registration,
  type RegistrationFailure,
} from '../core/registration';
import { log } from '../platform/log';
import { GatewayTransport } from './gateway-transport';
import { Link, type OpenSocket } from './link';
import { PresenceWatch } from './presence-watch';
import { makeRegistrar, type Registrar } from './registrar';
import { makeDeferred, pause, withDeadline } from './time';
import type { TokenSource } from './token-source';
import { makeUserAgent, sendOptions } from './user-agent';
import { watchLink } from './watchdog';

const connectWithinMs = 5_000;
const registerWithinMs = 8_000;
const unregisterWithinMs = 1_000;
const diagnoseWithinMs = 4_000;

export type AccountEvents = {
  onRegistration: (registration: Registration) => void;
  onInvitation: (invitation: Invitation) => void;
  /** The gateway that requests go to from now on, or null while there is none. */
  onGateway: (url: string | null) => void;
  onPresence: () => void;
};

type AccountParts = {
  openSocket: OpenSocket;
  /** Why a link did not open, which a WebSocket does not tell; null when nobody can say. */
  diagnose: (url: string) => Promise<RegistrationFailure | null>;
  media: SessionDescriptionHandlerFactory;
  tokens: TokenSource;
  /** Whether a call is being set up: then only what it needs is sent. */
  isSettingUp: () => boolean;
  events: AccountEvents;
};
type Loss = { why: RegistrationFailure; sipStatus?: number; wasRegistered: boolean };

/**
 * One identity at an ordered list of gateways: keeps a link to one of them up and a binding registered there until it is closed.
 * One user agent serves all the time, because the address of record is the same at each gateway; only the link beneath changes.
 */
export class Account {
  readonly ua: UserAgent;
  readonly presence: PresenceWatch;
  readonly #setup: PhoneSetup;
  readonly #parts: AccountParts;
  readonly #transport: GatewayTransport;
  readonly #registrar: Registrar;
  readonly #closing = new AbortController();
  #registration: Registration = { state: 'off' };
  #pausing = new AbortController();
  #refreshing = new AbortController();

  constructor(setup: PhoneSetup, parts: AccountParts) {
    this.#setup = setup;
    this.#parts = parts;
    const { tokens, media, events } = parts;
    this.ua = makeUserAgent(setup, { tokens, media, onInvitation: events.onInvitation });
    if (!(this.ua.transport instanceof GatewayTransport))
      throw new Error('sip.js did not take our transport');
    this.#transport = this.ua.transport;
    this.#registrar = makeRegistrar(this.ua, setup.instanceId);
    const mayAsk = () => !parts.isSettingUp();
    this.presence = new PresenceWatch(this.ua, { mayAsk, onChange: events.onPresence });
  }

  get registration(): Registration {
    return this.#registration;
  }

  get gatewayUrl(): string | null {
    return this.#transport.link?.url ?? null;
  }

  /** Registers and stays registered; resolves when the account is closed or the person has to change something first. */
  async keepRegistered(): Promise<void> {
    await this.ua.start();
    let place = this.#placeAt(0);
    let failures = 0;
    let after: FailedAttempt | undefined;
    while (!this.#isClosed) {
      this.#move({ state: 'registering', gateway: place, ...(after && { after }) });
      const loss = await this.#stayAt(place);
      if (this.#isClosed) return;
      const { wasRegistered, ...why } = loss;
      const failed = { gateway: place, ...why };
      if (needsPerson(loss.why)) return this.#move({ state: 'failed', ...failed, retryAt: null });
      if (wasRegistered) after = undefined;
      // Whoever slept has not been left by the gateway, and goes back to where it was.
      if (wasRegistered && loss.why === 'offline') {
        failures = 0;
        continue;
      }
      failures = wasRegistered ? 1 : failures + 1;
      const gateways = this.#setup.gateways.length;
      const attempt = nextAttempt({ index: place.index, gateways, failures, jitter: Math.random() });
      if (attempt.delayMs > 0) {
        // Only now: with another gateway to try, nobody waits for a diagnosis.
        const diagnosis = loss.why === 'unreachable' ? await this.#diagnose(place.url) : null;
        if (this.#isClosed) return;
        after = { ...failed, why: diagnosis ?? loss.why };
        this.#move({ state: 'failed', ...after, retryAt: Date.now() + attempt.delayMs });
        this.#pausing = new AbortController();
        await pause(attempt.delayMs, this.#pausing.signal);
      }
      place = this.#placeAt(attempt.index);
    }
  }

  /** The network came back, or the person cannot wait: ends the pause before the next attempt. */
  retryNow(): void {
    this.#pausing.abort();
  }

  /** Asks the server now whether we are still welcome. */
  refreshNow(): void {
    this.#refreshing.abort();
  }

  /** Takes the binding away where that can be done at once, and lets go of the link. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#closing.abort();
    this.#pausing.abort();
    const isRegistered = this.#registration.state === 'registered';
    this.presence.end({ tells: isRegistered });
    if (isRegistered) await withDeadline(this.#registrar.unregister(), unregisterWithinMs);
    this.#use(undefined);
    this.#move({ state: 'off' });
    await this.ua.stop();
  }

  get #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  #placeAt(index: number): GatewayPlace {
    return { url: this.#setup.gateways[index] ?? this.#setup.gateways[0], index };
  }

  /** Opens a link, registers and refreshes until the link is lost or the server says no. */
  async #stayAt(place: GatewayPlace): Promise<Loss> {
    const leaving = new AbortController();
    const lost = makeDeferred<RegistrationFailure>();
    this.#closing.signal.addEventListener('abort', () => lost.resolve('closed'), { signal: leaving.signal });
    let wasRegistered = false;
    try {
      const link = await this.#openLink(place.url, lost.resolve);
      if (typeof link === 'string') return { why: link, wasRegistered };
      watchLink(link, { sendOptions: () => sendOptions(this.ua), signal: leaving.signal });
      for (;;) {
        const result = await Promise.race([
          lost.promise,
          withDeadline(this.#registrar.register(), registerWithinMs),
        ]);
        if (typeof result === 'string' || !result) return { why: result ?? 'timeout', wasRegistered };
        if (!result.ok) return { ...result.refusal, wasRegistered };
        wasRegistered = true;
        this.#move({ state: 'registered', gateway: place, expiresSec: result.expiresSec, since: Date.now() });
        this.#refreshing = new AbortController();
        const refresh = pause(
          refreshAfterMs(result.expiresSec),
          AbortSignal.any([leaving.signal, this.#refreshing.signal]),
        );
        const why = await Promise.race([lost.promise, refresh]);
        if (why) return { why, wasRegistered };
      }
    } finally {
      leaving.abort();
      if (!this.#isClosed) this.#use(undefined);
    }
  }

  async #openLink(
    url: string,
    onLost: (why: RegistrationFailure) => void,
  ): Promise<Link | RegistrationFailure> {
    const link = await Link.open(url, {
      openSocket: this.#parts.openSocket,
      events: { onMessage: (text) => this.#transport.receive(text), onLost },
      deadlineMs: connectWithinMs,
      signal: this.#closing.signal,
    });
    if (typeof link !== 'string') this.#use(link);
    return link;
  }

  /** Whoever diagnoses may be gone; trying again does not depend on it. */
  #diagnose(url: string): Promise<RegistrationFailure | null> {
    const diagnosis = this.#parts.diagnose(url).catch((error: Error) => {
      log.warn('no diagnosis', { gateway: url, why: error.message });
      return null;
    });
    return withDeadline(diagnosis, diagnoseWithinMs);
  }

  #use(link: Link | undefined): void {
    if (this.#transport.link === link) return;
    log.info(link ? 'transport connected' : 'transport lost', { gateway: link?.url ?? this.gatewayUrl });
    this.presence.end({ tells: false });
    this.#transport.use(link);
    this.#parts.events.onGateway(this.gatewayUrl);
  }

  #move(to: Registration): void {
    if (!canMoveRegistration(this.#registration, to)) return;
    this.#registration = to;
    log.info(`registration ${to.state}`, describe(to));
    this.#parts.events.onRegistration(to);
    if (to.state === 'registered') this.presence.begin();
  }
}

function describe(registration: Registration): Record<string, string | number> {
  if (registration.state === 'off') return {};
  const { state, gateway } = registration;
  if (state === 'registered') return { gateway: gateway.url, expiresSec: registration.expiresSec };
  if (state === 'failed')
    return { gateway: gateway.url, why: registration.why, sipStatus: registration.sipStatus ?? 0 };
  return { gateway: gateway.url };
}
