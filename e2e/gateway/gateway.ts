import { defaultUsers } from './auth/users';
import { type Exchange, type ExchangeOptions, makeExchange } from './exchange';
import type { FarCall } from './far-ends/call';
import type { ToneWish } from './far-ends/call-media';
import type { PlaceOptions } from './far-ends/place';
import { type GatewayLog, type LoggedMessage, makeLog, type WaitOptions } from './log';
import type { Heard } from './media/listener';
import { warmUpMedia } from './media/peer';
import { type Tls, WebsocketDoor } from './websocket-door';

export interface GatewayOptions extends Partial<ExchangeOptions> {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Makes it wss. */
  readonly tls?: Tls;
  /** Answer CRLFCRLF with CRLF; default true. False is silence, as Asterisk keeps it. */
  readonly answersPing?: boolean;
  /** How it is called in log lines; default `gw`. */
  readonly name?: string;
  /** Each log line as it comes. */
  readonly log?: (line: string) => void;
  /**
   * A second door to the same exchange: registrations, far ends, running calls and the log are those of that
   * gateway, and so are all options but the ones above. When one door is killed the other goes on.
   */
  readonly sharedWith?: Gateway;
}

export interface Registration {
  readonly contact: string;
  readonly instance: string | undefined;
  readonly regId: string | undefined;
  readonly expiresInSec: number;
}

/** An RFC 7118 registrar and proxy with far ends that speak WebRTC, and the handles that tests need. */
export interface Gateway {
  /** `ws://127.0.0.1:PORT/ws`, or `wss:` */
  readonly url: string;
  readonly port: number;
  readonly lines: readonly string[];
  readonly messages: readonly LoggedMessage[];
  readonly exchange: Exchange;
  waitFor: GatewayLog['waitFor'];
  /** Bindings of a user that have not expired, newest first. */
  registrations(user: string): Registration[];
  /** A far end, or any number, calls a user. Resolves once the INVITE is out. */
  callFrom(number: string, user: string, options?: PlaceOptions): Promise<FarCall>;
  /** Every call that a far end has had, oldest first. */
  calls(number: string): FarCall[];
  /** The next second in which a call of this far end hears the tone. */
  waitForTone(number: string, wish: ToneWish): Promise<Heard>;
  /** Loads the media library before the first call asks for it (0.3 s). */
  warmUp(): Promise<void>;
  /** Keeps sockets open but neither reads nor writes, as under SIGSTOP; running audio goes on. */
  freeze(): void;
  thaw(): void;
  /** Cuts the sockets of one user, or all; still listens. */
  cut(user?: string): void;
  /** Ends like a killed process: sockets cut, port closed, bindings and calls in setup forgotten. Audio goes on. */
  kill(): Promise<void>;
  /** Listens again on the same port, after `kill`. */
  restart(): Promise<void>;
  /** Ends everything, calls and audio too. */
  close(): Promise<void>;
}

const defaults: ExchangeOptions = {
  users: defaultUsers,
  domain: 'gateway.example',
  algorithms: ['MD5'],
  nonceLifetimeMs: 300_000,
  wrongPasswordStatus: 401,
  verifyBearer: undefined,
  authzServer: 'https://login.gateway.example',
  grantExpiresSec: 600,
  minExpiresSec: 10,
  gruu: true,
  dropOnClose: true,
  ringTimeoutMs: 180_000,
  answerTimeoutMs: 32_000,
  presence: true,
};

function exchangeFor(options: GatewayOptions): Exchange {
  if (options.sharedWith) return options.sharedWith.exchange;
  const log = makeLog(options.log ?? (() => undefined), Date.now);
  return makeExchange({ ...defaults, ...options }, log);
}

/** Starts listening; rejects when the port is taken. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const exchange = exchangeFor(options);
  const { log, agent, registrar, doors } = exchange;
  const { host = '127.0.0.1', name = 'gw' } = options;
  const door = new WebsocketDoor({
    host,
    tls: options.tls,
    answersPing: options.answersPing ?? true,
    onOpened: exchange.opened,
    onMessage: (link, message) => exchange.received(link, message, name),
    onSent: (link, message) => log.sip('out', link.label, message, name),
    onClosed: exchange.closed,
    note: log.note,
  });
  const port = await door.listen(options.port ?? 0);
  if (doors.size === 0) exchange.sentBy = `${host}:${port}`;
  doors.add(door);
  const url = `${options.tls ? 'wss' : 'ws'}://${host}:${port}/ws`;
  log.note(`${name} listens at ${url}`);

  async function kill(): Promise<void> {
    doors.delete(door);
    if (doors.size === 0) exchange.forget();
    await door.shut();
  }

  return {
    url,
    port,
    lines: log.lines,
    messages: log.messages,
    exchange,
    waitFor: (pattern: string | RegExp, wait?: WaitOptions) => log.waitFor(pattern, wait),
    registrations: (user) => registrar.bindings(user).map(toRegistration),
    callFrom: agent.callFrom,
    calls: agent.calls,
    waitForTone: agent.waitForTone,
    warmUp: warmUpMedia,
    freeze: () => door.freeze(),
    thaw: () => door.thaw(),
    cut: (user) => door.cut((link) => user === undefined || link.label.split('.')[0] === user),
    kill,
    async restart() {
      await door.listen(port);
      doors.add(door);
      log.note(`${name} listens again at ${url}`);
    },
    async close() {
      await kill();
      if (doors.size === 0) await exchange.close();
    },
  };
}

function toRegistration(binding: ReturnType<Exchange['registrar']['bindings']>[number]): Registration {
  const { contact, instance, regId, expiresAt } = binding;
  return { contact, instance, regId, expiresInSec: Math.round((expiresAt - Date.now()) / 1000) };
}
