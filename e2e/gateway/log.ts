import { parseUri, userOf } from './sip/address';
import { cseq, header } from './sip/headers';
import { formatMessage, type SipMessage } from './sip/message';

export interface LoggedMessage {
  /** Milliseconds since the gateway started. */
  readonly atMs: number;
  /** The same moment in epoch ms. */
  readonly at: number;
  /** As the gateway sees it. */
  readonly direction: 'in' | 'out';
  /** Who is at the other end: a user such as `201`, a far end such as `600`, or `ws3` before it said its name. */
  readonly peer: string;
  readonly message: SipMessage;
  /** As it stood on the wire. */
  readonly text: string;
}

export interface WaitOptions {
  /** Default 9000. */
  readonly timeoutMs?: number;
  /** Only lines from this index on count; take `log.lines.length` before the deed. Default 0. */
  readonly after?: number;
}

/** Everything that the gateway saw and said: one line for each SIP message and for each thing worth knowing. */
export interface GatewayLog {
  readonly lines: readonly string[];
  readonly messages: readonly LoggedMessage[];
  note(text: string): void;
  /** `gateway` is the name of the door that it went through, where there are several. */
  sip(direction: 'in' | 'out', peer: string, message: SipMessage, gateway?: string): void;
  /** The first line, past or to come, that holds the text or matches; rejects at the deadline with the last lines. */
  waitFor(pattern: string | RegExp, options?: WaitOptions): Promise<string>;
}

export function makeLog(write: (line: string) => void, now: () => number): GatewayLog {
  const startedAt = now();
  const lines: string[] = [];
  const messages: LoggedMessage[] = [];
  const waiting = new Set<(line: string) => void>();

  function add(text: string): void {
    const line = `${((now() - startedAt) / 1000).toFixed(3).padStart(8)}  ${text}`;
    lines.push(line);
    write(line);
    for (const take of [...waiting]) take(line);
  }

  return {
    lines,
    messages,
    note: add,
    sip(direction, peer, message, gateway = 'gw') {
      const text = formatMessage(message);
      messages.push({ at: now(), atMs: now() - startedAt, direction, peer, message, text });
      const way = direction === 'in' ? `${peer} → ${gateway}` : `${gateway} → ${peer}`;
      add(`${way.padEnd(12)} ${describeMessage(message)}`);
    },
    waitFor(pattern, { timeoutMs = 9000, after = 0 } = {}) {
      const isIt = (line: string) =>
        typeof pattern === 'string' ? line.includes(pattern) : new RegExp(pattern, pattern.flags).test(line);
      const found = lines.slice(after).find(isIt);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(take);
          reject(
            new Error(
              `no line ${pattern} within ${timeoutMs} ms; the last were:\n${lines.slice(-15).join('\n')}`,
            ),
          );
        }, timeoutMs);
        function take(line: string): void {
          if (!isIt(line)) return;
          clearTimeout(timer);
          waiting.delete(take);
          resolve(line);
        }
        waiting.add(take);
      });
    },
  };
}

/** One line: what it is, to whom, which transaction, which call. Credentials and bodies stay out. */
export function describeMessage(message: SipMessage): string {
  const sequence = cseq(message);
  // The end of it, because user agents begin all their Call-IDs alike and add their host.
  const call = (header(message, 'Call-ID') ?? '').split('@')[0]?.slice(-4);
  const what =
    message.kind === 'request'
      ? `${message.method} ${hidePassword(message.uri)}${describeParties(message)}`
      : `${message.status} ${message.reason} (${sequence?.method ?? '?'})`;
  const sdp = message.body.includes('\nm=audio') ? '  sdp' : '';
  const reason = header(message, 'Reason');
  return `${what}  cseq ${sequence?.number ?? '?'}  call ${call}${sdp}${reason ? `  [${reason}]` : ''}`;
}

function describeParties(message: SipMessage): string {
  const method = cseq(message)?.method;
  const [from, to] = [userOf(header(message, 'From')), userOf(header(message, 'To'))];
  if (method === 'SUBSCRIBE')
    return `  ${from} ${header(message, 'Expires') === '0' ? 'leaves' : 'watches'} ${to}`;
  if (method === 'NOTIFY' && message.body.includes('<presence'))
    return `  ${from} is ${describePresence(message)}`;
  if (method !== 'INVITE') return '';
  return `  ${from} calls ${to}`;
}

function describePresence({ body }: SipMessage): string {
  return /<rpid:activities><rpid:([\w-]+)/.exec(body)?.[1] ?? /<basic>(\w+)/.exec(body)?.[1] ?? 'unknown';
}

function hidePassword(uri: string): string {
  const user = parseUri(uri)?.user;
  return uri.replace(/^(sips?:)[^@:;]*:[^@]*@/i, `$1${user ?? ''}@`);
}
