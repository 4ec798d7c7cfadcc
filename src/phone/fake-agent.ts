import {
  EmitterImpl,
  type SessionDescriptionHandlerFactory,
  type Transport,
  TransportState,
  UserAgent,
  type UserAgentDelegate,
} from 'sip.js';

/** A real sip.js agent behind a fake gateway. */
export type Agent = {
  readonly ua: UserAgent;
  /** Whether requests to this user are for this agent: the user of its address of record or of its contact. */
  hasUser(user: string | undefined): 'aor' | 'contact' | null;
  /** Whether a response with this Via host answers a request of this agent. */
  hasVia(host: string | undefined): boolean;
  receive(text: string): void;
};

type AgentParts = {
  /** Without a user: the gateway itself. */
  user?: string;
  /** Tells apart several devices of one user. */
  device: string;
  send: (text: string) => void;
  media?: SessionDescriptionHandlerFactory;
  delegate: UserAgentDelegate;
};

export function makeAgent({ user, device, send, media, delegate }: AgentParts): Agent {
  const uri = UserAgent.makeURI(user ? `sip:${user}@example.com` : 'sip:example.com');
  if (!uri) throw new Error(`no user ${user}`);
  const ua = new UserAgent({
    uri,
    contactName: device,
    viaHost: `${device}.invalid`,
    delegate,
    transportConstructor: AgentTransport,
    transportOptions: { send },
    ...(media && { sessionDescriptionHandlerFactory: media }),
    // Whether it rings at once is for the test to say.
    sendInitialProvisionalResponse: false,
    gracefulShutdown: false,
    logBuiltinEnabled: false,
    logConfiguration: false,
  });
  void ua.start();
  return {
    ua,
    hasUser: (asked) => (asked === device ? 'contact' : asked === user ? 'aor' : null),
    hasVia: (host) => host === `${device}.invalid`,
    receive: (text) => ua.transport.onMessage?.(text),
  };
}

/** Hands what an agent sends to the gateway; always connected. */
class AgentTransport implements Transport {
  readonly protocol = 'WS';
  readonly state = TransportState.Connected;
  readonly stateChange = new EmitterImpl<TransportState>();
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  readonly #send: (text: string) => void;

  constructor(_logger: unknown, options: { send: (text: string) => void }) {
    this.#send = options.send;
  }

  async send(message: string): Promise<void> {
    this.#send(message);
  }

  isConnected(): boolean {
    return true;
  }

  async connect(): Promise<void> {}
  async disconnect(): Promise<void> {}
  async dispose(): Promise<void> {}
}
