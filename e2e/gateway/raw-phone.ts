import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { type DigestAlgorithm, digestResponse, parseDigest } from './auth/digest';
import { newBranch } from './proxy/client-transactions';
import { tagOf } from './sip/address';
import { cseq, header, headerValues, respond } from './sip/headers';
import type { SipResponse } from './sip/message';
import { formatMessage, type Header, parseMessage, type SipMessage, type SipRequest } from './sip/message';
import { makeWatch } from './watch';

export interface RequestParts {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly to?: string;
  readonly from?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly branch?: string;
}

/** A phone that does only what a test says, on a bare WebSocket: for tests of the gateway itself. */
export interface RawPhone {
  readonly user: string;
  readonly contact: string;
  /** Everything received and not yet taken by a `next…`, oldest first. */
  readonly inbox: readonly SipMessage[];
  readonly socket: WebSocket;
  make(method: string, uri: string, parts?: RequestParts): SipRequest;
  send(message: SipMessage | string): void;
  /** Takes the next request with this method. */
  nextRequest(method: string): Promise<SipRequest>;
  /** Takes the next response with this status, to a request of this method. */
  nextResponse(status: number, method: string): Promise<SipResponse>;
  /** Takes the next text that is not SIP. */
  nextText(): Promise<string>;
  /** Sends, is challenged, sends again with the digest; gives the second request and its first response. */
  authenticate(request: SipRequest, password?: string): Promise<SipRequest>;
  register(contactParams?: string, headers?: Readonly<Record<string, string>>): Promise<SipResponse>;
  reply(request: SipRequest, status: number, body?: string): void;
  close(): void;
}

const deadlineMs = 4000;

export async function connectPhone(url: string, user: string, options: object = {}): Promise<RawPhone> {
  const socket = new WebSocket(url, 'sip', options);
  const watch = makeWatch();
  const inbox: SipMessage[] = [];
  const texts: string[] = [];
  const contact = `sip:${randomBytes(4).toString('hex')}@${randomBytes(6).toString('hex')}.invalid;transport=ws`;
  const tag = randomBytes(4).toString('hex');
  let count = 0;

  socket.on('message', (bytes) => {
    const parsed = parseMessage(bytes.toString());
    if (parsed.ok) inbox.push(parsed.message);
    else texts.push(bytes.toString());
    watch.changed();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  function take<T extends SipMessage>(isIt: (message: SipMessage) => message is T, what: string): Promise<T> {
    const look = () => {
      const found = inbox.find(isIt);
      if (found) inbox.splice(inbox.indexOf(found), 1);
      return found;
    };
    return watch.until(look, `${user} gets ${what}`, deadlineMs).catch((late: unknown) => {
      const had = inbox.map((m) => (m.kind === 'request' ? m.method : `${m.status}`)).join(', ');
      throw new Error(`${late instanceof Error ? late.message : late}; inbox: ${had}`);
    });
  }

  const phone: RawPhone = {
    user,
    contact,
    inbox,
    socket,
    make(method, uri, parts = {}) {
      count += 1;
      const more = Object.entries(parts.headers ?? {}).map(([name, value]) => ({ name, value }));
      const headers: Header[] = [
        { name: 'Via', value: `SIP/2.0/WS ${user}.invalid;branch=${parts.branch ?? newBranch()}` },
        { name: 'Max-Forwards', value: '70' },
        { name: 'From', value: parts.from ?? `<sip:${user}@gateway.example>;tag=${tag}` },
        { name: 'To', value: parts.to ?? `<${uri}>` },
        { name: 'Call-ID', value: parts.callId ?? randomBytes(8).toString('hex') },
        { name: 'CSeq', value: `${parts.cseq ?? count} ${method}` },
        ...more,
      ];
      if (method === 'INVITE') headers.push({ name: 'Contact', value: `<${contact}>` });
      return { kind: 'request', method, uri, headers, body: parts.body ?? '' };
    },
    send: (message) => socket.send(typeof message === 'string' ? message : formatMessage(message)),
    nextRequest: (method) =>
      take((m): m is SipRequest => m.kind === 'request' && m.method === method, method),
    nextResponse: (status, method) =>
      take(
        (m): m is SipResponse => m.kind === 'response' && m.status === status && cseq(m)?.method === method,
        `${status} to ${method}`,
      ),
    nextText: () => watch.until(() => texts.shift(), `${user} gets a text`, deadlineMs),
    async authenticate(request, password = `secret-${user}`) {
      phone.send(request);
      const status = request.method === 'REGISTER' ? 401 : 407;
      const challenge = await phone.nextResponse(status, request.method);
      if (request.method === 'INVITE') phone.send(ackOf(request, challenge));
      const again = withDigest(request, challenge, user, password);
      phone.send(again);
      return again;
    },
    async register(contactParams = '', headers = {}) {
      const value = `<${contact}>${contactParams}`;
      const request = phone.make('REGISTER', 'sip:gateway.example', {
        to: `<sip:${user}@gateway.example>`,
        headers: { Contact: value, ...headers },
      });
      await phone.authenticate(request);
      return phone.nextResponse(200, 'REGISTER');
    },
    reply(request, status, body = '') {
      const headers = status < 300 ? [{ name: 'Contact', value: `<${contact}>` }] : [];
      phone.send(respond(request, status, { toTag: `${tag}-${user}`, headers, body }));
    },
    close: () => socket.terminate(),
  };
  return phone;
}

/** The request with a new branch, a higher CSeq and the digest that the challenge asks for. */
export function withDigest(
  request: SipRequest,
  challenge: SipResponse,
  user: string,
  password: string,
): SipRequest {
  const isProxy = challenge.status === 407;
  const value = header(challenge, isProxy ? 'Proxy-Authenticate' : 'WWW-Authenticate') ?? '';
  const asked = parseDigest(value) ?? {};
  const algorithm: DigestAlgorithm = asked.algorithm === 'SHA-256' ? 'SHA-256' : 'MD5';
  const given = { ...asked, uri: request.uri, nc: '00000001', cnonce: 'c0', qop: 'auth' };
  const realm = asked.realm ?? '';
  const response = digestResponse(given, algorithm, {
    username: user,
    realm,
    password,
    method: request.method,
  });
  const parts = [
    `username="${user}"`,
    `realm="${realm}"`,
    `nonce="${asked.nonce}"`,
    `uri="${request.uri}"`,
    `response="${response}"`,
    `algorithm=${algorithm}`,
    'cnonce="c0", nc=00000001, qop=auth',
  ];
  const number = (cseq(request)?.number ?? 0) + 1000;
  const headers = request.headers
    .map((h) => (h.name === 'CSeq' ? { name: 'CSeq', value: `${number} ${request.method}` } : h))
    .map((h) =>
      h.name === 'Via' ? { name: 'Via', value: `SIP/2.0/WS x.invalid;branch=${newBranch()}` } : h,
    );
  const name = isProxy ? 'Proxy-Authorization' : 'Authorization';
  return { ...request, headers: [...headers, { name, value: `Digest ${parts.join(', ')}` }] };
}

/** The ACK of a response: with the branch of the INVITE for a failure, within the dialog for a 2xx. */
export function ackOf(invite: SipRequest, response: SipResponse): SipRequest {
  return within('ACK', invite, response, cseq(invite)?.number ?? 1);
}

/** CANCEL of an INVITE (RFC 3261 §9.1). */
export function cancelOf(invite: SipRequest, reason?: string): SipRequest {
  const kept = ['Via', 'From', 'To', 'Call-ID', 'Max-Forwards'];
  const headers = invite.headers.filter((h) => kept.includes(h.name));
  headers.push({ name: 'CSeq', value: `${cseq(invite)?.number} CANCEL` });
  if (reason) headers.push({ name: 'Reason', value: reason });
  return { kind: 'request', method: 'CANCEL', uri: invite.uri, headers, body: '' };
}

/** A request of the caller within the dialog that a response opened. */
export function within(
  method: string,
  invite: SipRequest,
  response: SipResponse,
  number: number,
): SipRequest {
  const isFailure = response.status >= 300;
  const contact = /<([^>]*)>/.exec(header(response, 'Contact') ?? '')?.[1] ?? invite.uri;
  const via = isFailure ? header(invite, 'Via') : `SIP/2.0/WS x.invalid;branch=${newBranch()}`;
  const routes = headerValues(response, 'Record-Route').reverse();
  const headers: Header[] = [
    { name: 'Via', value: via ?? '' },
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: header(invite, 'From') ?? '' },
    { name: 'To', value: header(response, 'To') ?? '' },
    { name: 'Call-ID', value: header(invite, 'Call-ID') ?? '' },
    { name: 'CSeq', value: `${number} ${method}` },
    ...(isFailure ? [] : routes.map((value) => ({ name: 'Route', value }))),
  ];
  return { kind: 'request', method, uri: isFailure ? invite.uri : contact, headers, body: '' };
}

/** A request of the called side within the dialog of an INVITE that it answered with this To tag. */
export function backwards(method: string, invite: SipRequest, toTag: string): SipRequest {
  const contact = /<([^>]*)>/.exec(header(invite, 'Contact') ?? '')?.[1] ?? '';
  return {
    kind: 'request',
    method,
    uri: contact,
    headers: [
      { name: 'Via', value: `SIP/2.0/WS y.invalid;branch=${newBranch()}` },
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: `${header(invite, 'To')};tag=${toTag}` },
      { name: 'To', value: header(invite, 'From') ?? '' },
      { name: 'Call-ID', value: header(invite, 'Call-ID') ?? '' },
      { name: 'CSeq', value: `1 ${method}` },
      ...headerValues(invite, 'Record-Route').map((value) => ({ name: 'Route', value })),
    ],
    body: '',
  };
}

export const toTagOf = (response: SipResponse): string => tagOf(header(response, 'To')) ?? '';
