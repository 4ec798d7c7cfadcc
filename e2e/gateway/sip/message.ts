/** SIP messages as values (RFC 3261 §7): tolerant to read, strict to write. */

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface SipRequest {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export interface SipResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export type SipMessage = SipRequest | SipResponse;

export type ParsedMessage = { ok: true; message: SipMessage } | { ok: false; why: string };

/** Compact forms: RFC 3261 §7.3.3 and the IANA list of header fields. */
const longNames: Readonly<Record<string, string>> = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
};

/** Header fields whose comma-separated values are separate values; the proxy takes them off one by one. */
const lists: ReadonlySet<string> = new Set([
  'via',
  'route',
  'record-route',
  'contact',
  'p-asserted-identity',
  'supported',
  'require',
]);

/**
 * Reads one SIP message out of one WebSocket message (RFC 7118 §5: one message in each).
 * Folded lines are joined, compact names made long, list headers split. A Content-Length that lies is refused.
 */
export function parseMessage(text: string): ParsedMessage {
  const start = text.replace(/^(\r?\n)+/, '');
  const split = /\r?\n\r?\n/.exec(start);
  const head = split ? start.slice(0, split.index) : start;
  const body = split ? start.slice(split.index + split[0].length) : '';
  const [first = '', ...rest] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers: Header[] = [];
  for (const line of rest) {
    const colon = line.indexOf(':');
    if (colon < 1) return { ok: false, why: `not a header line: ${line.slice(0, 60)}` };
    headers.push(...readHeader(line.slice(0, colon).trim(), line.slice(colon + 1).trim()));
  }
  const length = headers.find((h) => h.name.toLowerCase() === 'content-length')?.value;
  const bytes = Buffer.byteLength(body);
  if (length !== undefined && Number(length) !== bytes) {
    return { ok: false, why: `Content-Length says ${length}, the body has ${bytes} bytes` };
  }
  return readStartLine(first, headers, body);
}

function readHeader(name: string, value: string): Header[] {
  const long = longNames[name.toLowerCase()] ?? name;
  if (!lists.has(long.toLowerCase())) return [{ name: long, value }];
  return splitList(value).map((part) => ({ name: long, value: part }));
}

function readStartLine(line: string, headers: readonly Header[], body: string): ParsedMessage {
  const response = /^SIP\/2\.0 ([1-6]\d\d)(?: (.*))?$/.exec(line);
  if (response) {
    const [, status, reason = ''] = response;
    return { ok: true, message: { kind: 'response', status: Number(status), reason, headers, body } };
  }
  const request = /^([A-Za-z0-9.!%*_+`'~-]+) (\S+) SIP\/2\.0$/.exec(line);
  if (!request) return { ok: false, why: `not a SIP start line: ${line.slice(0, 60)}` };
  const [, method = '', uri = ''] = request;
  return { ok: true, message: { kind: 'request', method, uri, headers, body } };
}

/** Splits at commas that stand outside quotes and angle brackets. */
export function splitList(value: string): string[] {
  const parts = value.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,"<]|["<])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Writes a message with CRLF line ends and the Content-Length counted in bytes. */
export function formatMessage(message: SipMessage): string {
  const first =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const lines = message.headers
    .filter((h) => h.name.toLowerCase() !== 'content-length')
    .map((h) => `${h.name}: ${h.value}`);
  const length = `Content-Length: ${Buffer.byteLength(message.body)}`;
  return `${[first, ...lines, length].join('\r\n')}\r\n\r\n${message.body}`;
}
