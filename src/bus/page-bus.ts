import { readPayload } from './page-payloads';
import type { PageMessageName, PageProtocol, PageSender } from './page-protocol';

type Payload<N extends PageMessageName> = Parameters<PageProtocol[N]>;
type Reply<N extends PageMessageName> = ReturnType<PageProtocol[N]>;

export type PageHandlers = {
  [N in PageMessageName]: (sender: PageSender, ...payload: Payload<N>) => Reply<N> | Promise<Reply<N>>;
};

/** What Chrome tells of who sent a message. */
export type ScriptSender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
};

/** The part of `browser.runtime` that this stands on. */
export type PageRuntime = {
  id: string;
  getURL(path: string): string;
  onMessage: {
    addListener(listener: (message: unknown, sender: ScriptSender) => Promise<unknown> | undefined): void;
  };
};

/**
 * The one entrance for our scripts in web pages, narrow and apart from `serve`, which hears our own pages only. Whoever speaks here has
 * our id and a page's address; a page that has taken its process over can say anything, so each payload is read by its shape.
 */
export function servePages(runtime: PageRuntime, handlers: PageHandlers): void {
  const home = runtime.getURL('');
  runtime.onMessage.addListener((message, sender) => {
    if (sender.id !== runtime.id || sender.url?.startsWith(home)) return undefined;
    const from = toSender(sender);
    return from && isPageMessage(message)
      ? answerTo(message.page, message.payload, from, handlers)
      : undefined;
  });
}

type PageMessage = { page: PageMessageName; payload: readonly unknown[] };

/** In a page: asks background. Rejects when nobody answers, as when the extension was updated meanwhile. */
export async function askBackground<N extends PageMessageName>(
  sendMessage: (message: unknown) => Promise<unknown>,
  name: N,
  ...payload: Payload<N>
): Promise<Awaited<Reply<N>>> {
  const answer = (await sendMessage({ page: name, payload } satisfies PageMessage)) as
    | { value: Awaited<Reply<N>> }
    | undefined;
  if (!answer) throw new Error(`nobody answers ${name}`);
  return answer.value;
}

function toSender({ tab, frameId, origin, url }: ScriptSender): PageSender | undefined {
  const from = origin ?? (url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined);
  if (tab?.id === undefined || frameId === undefined || from === undefined) return undefined;
  return { tabId: tab.id, frameId, origin: from };
}

function isPageMessage(message: unknown): message is PageMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { page, payload } = message as Partial<PageMessage>;
  return typeof page === 'string' && Object.hasOwn(readPayload, page) && Array.isArray(payload);
}

async function answerTo<N extends PageMessageName>(
  name: N,
  payload: readonly unknown[],
  from: PageSender,
  handlers: PageHandlers,
): Promise<{ value: unknown } | undefined> {
  const read = readPayload[name](payload);
  return read ? { value: await handlers[name](from, ...read) } : undefined;
}
