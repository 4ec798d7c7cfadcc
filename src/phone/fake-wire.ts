import { makeWaits } from './bounded-wait';
import { FakeGateway } from './fake-gateway';
import type { OpenSocket } from './link';

/** One message as a person reads it, such as `phone → INVITE sip:202@example.com`, with its whole text. */
type Line = { line: string; message: string; isTaken: boolean };

/** All that was said between the phone and its gateways, in order. */
export type Exchange = {
  readonly lines: readonly string[];
  note(direction: '→' | '←', message: string): void;
  /** Waits for a line that begins so, past those that were waited for before, and gives the whole message. */
  until(beginning: string): Promise<string>;
};

export type Wire = Pick<Exchange, 'lines' | 'until'> & {
  openSocket: OpenSocket;
  /** The gateway at a WebSocket address. */
  at(url: string): FakeGateway;
};

/** A network in memory with a gateway at each address. Nothing else can be reached. */
export function makeWire(urls: readonly string[]): Wire {
  const exchange = makeExchange();
  const gateways = new Map(urls.map((url) => [url, new FakeGateway(url, exchange)]));
  const at = (url: string): FakeGateway => {
    const gateway = gateways.get(url);
    if (!gateway) throw new Error(`nothing at ${url}`);
    return gateway;
  };
  return {
    get lines() {
      return exchange.lines;
    },
    until: exchange.until,
    openSocket: (url) => at(url).connect(),
    at,
  };
}

function makeExchange(): Exchange {
  const said: Line[] = [];
  const waits = makeWaits();
  return {
    get lines() {
      return said.map(({ line }) => line);
    },
    note(direction, message) {
      said.push({ line: `phone ${direction} ${summary(message)}`, message, isTaken: false });
      waits.changed();
    },
    until(beginning) {
      const find = () => {
        const found = said.find(({ line, isTaken }) => !isTaken && line.startsWith(beginning));
        if (found) found.isTaken = true;
        return found?.message;
      };
      return waits.until(
        find,
        () => `waited for "${beginning}", heard\n${said.map(({ line }) => line).join('\n')}`,
      );
    },
  };
}

/** `INVITE sip:202@example.com`, `486 Busy Here (INVITE)`, `CRLF CRLF`. */
function summary(message: string): string {
  if (/^(?:\r\n)+$/.test(message)) return message.replaceAll('\r\n', 'CRLF ').trim();
  const [first = ''] = message.split('\r\n');
  const response = /^SIP\/2\.0 (.*)$/.exec(first)?.[1];
  const method = /^CSeq:\s*\d+\s+(\w+)/im.exec(message)?.[1];
  return response ? `${response} (${method})` : first.replace(/ SIP\/2\.0$/, '');
}
