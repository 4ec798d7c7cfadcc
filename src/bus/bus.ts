import { type MessageName, type NamesServedBy, type Place, type Protocol, servedBy } from './protocol';

type Payload<N extends MessageName> = Parameters<Protocol[N]>;
type Reply<N extends MessageName> = ReturnType<Protocol[N]>;

/** The handlers of one place: every message that it serves, none that it does not. */
export type Handlers<P extends Place> = {
  [N in NamesServedBy<P>]: (...payload: Payload<N>) => Reply<N> | Promise<Reply<N>>;
};

/** The part of `browser.runtime` that the bus stands on. */
export type Runtime = {
  sendMessage(message: unknown): Promise<unknown>;
  getURL(path: string): string;
  onMessage: {
    addListener(listener: (message: unknown, sender: { url?: string }) => Promise<unknown> | undefined): void;
  };
};

type Envelope = { name: MessageName; payload: unknown[] };
type AnyHandlers = { [name: string]: ((...payload: never[]) => unknown) | undefined };
type Answer = { ok: true; value: unknown } | { ok: false; error: string };

export type Bus = {
  /** Rejects when nobody serves the message right now, or when its handler threw. */
  send<N extends MessageName>(name: N, ...payload: Payload<N>): Promise<Awaited<Reply<N>>>;
  /** Takes the messages of `place` that come from our own pages and places; everything else is not even looked at. */
  serve<P extends Place>(place: P, handlers: Handlers<P>): void;
};

export function connectBus(runtime: Runtime): Bus {
  const home = runtime.getURL('');
  return {
    async send(name, ...payload) {
      const answer = (await runtime.sendMessage({ name, payload } satisfies Envelope)) as Answer | undefined;
      if (!answer) throw new Error(`nobody serves ${name}`);
      if (!answer.ok) throw new Error(`${name}: ${answer.error}`);
      return answer.value as never;
    },
    serve(place, handlers) {
      runtime.onMessage.addListener((message, sender) => {
        // A content script bears our id but the page's address, so only the address tells who speaks.
        if (!sender.url?.startsWith(home) || !isEnvelope(message) || servedBy[message.name] !== place)
          return undefined;
        return answerTo(message, handlers as AnyHandlers);
      });
    },
  };
}

async function answerTo({ name, payload }: Envelope, handlers: AnyHandlers): Promise<Answer> {
  try {
    return { ok: true, value: await handlers[name]?.(...(payload as never[])) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { name, payload } = message as Partial<Envelope>;
  return typeof name === 'string' && Object.hasOwn(servedBy, name) && Array.isArray(payload);
}
