import type { Header, SipMessage, SipRequest, SipResponse } from './message';
import { reasonPhrase } from './reason-phrases';

const same = (name: string) => (h: Header) => h.name.toLowerCase() === name.toLowerCase();

/** The first value of a header, or undefined. */
export function header(message: SipMessage, name: string): string | undefined {
  return message.headers.find(same(name))?.value;
}

/** All values of a header, in order. */
export function headerValues(message: SipMessage, name: string): string[] {
  return message.headers.filter(same(name)).map((h) => h.value);
}

/** Whether a comma-separated header holds this token, whatever its case. */
export function hasToken(message: SipMessage, name: string, token: string): boolean {
  return headerValues(message, name).some((value) =>
    value.split(',').some((part) => part.trim().toLowerCase() === token.toLowerCase()),
  );
}

export function withoutHeader<M extends SipMessage>(message: M, ...names: string[]): M {
  const gone = new Set(names.map((name) => name.toLowerCase()));
  return { ...message, headers: message.headers.filter((h) => !gone.has(h.name.toLowerCase())) };
}

/** The message with all values of one header replaced, in the place of the first (or at the end). */
export function withHeader<M extends SipMessage>(message: M, name: string, ...values: string[]): M {
  const at = message.headers.findIndex(same(name));
  const rest = message.headers.filter((h) => !same(name)(h));
  const index = at < 0 ? rest.length : at;
  const added = values.map((value) => ({ name, value }));
  return { ...message, headers: [...rest.slice(0, index), ...added, ...rest.slice(index)] };
}

/** The message with one more value of a header, before all others of that name (Via, Record-Route). */
export function withFirst<M extends SipMessage>(message: M, name: string, value: string): M {
  return { ...message, headers: [{ name, value }, ...message.headers] };
}

/** The message without the first value of a header. */
export function withoutFirst<M extends SipMessage>(message: M, name: string): M {
  const at = message.headers.findIndex(same(name));
  return { ...message, headers: message.headers.filter((_, index) => index !== at) };
}

export interface CSeq {
  readonly number: number;
  readonly method: string;
}

/** CSeq, or undefined when it is missing or malformed. */
export function cseq(message: SipMessage): CSeq | undefined {
  const parts = /^(\d+)\s+(\S+)$/.exec(header(message, 'CSeq') ?? '');
  return parts ? { number: Number(parts[1]), method: parts[2] ?? '' } : undefined;
}

export interface ResponseParts {
  readonly reason?: string;
  readonly headers?: readonly Header[];
  readonly body?: string;
  readonly toTag?: string;
}

/** A response to a request: Via, From, To, Call-ID, CSeq and Record-Route copied (RFC 3261 §8.2.6, §12.1.1). */
export function respond(request: SipRequest, status: number, parts: ResponseParts = {}): SipResponse {
  const copied = ['via', 'from', 'to', 'call-id', 'cseq'];
  if (status > 100 && status < 300) copied.push('record-route');
  const headers = request.headers
    .filter((h) => copied.includes(h.name.toLowerCase()))
    .map((h) => (same('To')(h) ? { name: 'To', value: tagged(h.value, parts.toTag) } : h));
  return {
    kind: 'response',
    status,
    reason: parts.reason ?? reasonPhrase(status),
    headers: [...headers, ...(parts.headers ?? [])],
    body: parts.body ?? '',
  };
}

function tagged(to: string, tag: string | undefined): string {
  return tag === undefined || /;\s*tag=/i.test(to) ? to : `${to};tag=${tag}`;
}
