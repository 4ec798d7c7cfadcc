import type { Heard } from '../media/listener';
import { makeClientTransactions } from '../proxy/client-transactions';
import type { Link } from '../proxy/link';
import type { Timers } from '../proxy/timers';
import { branchOf, parseNameAddr, parseUri, tagOf, userOf } from '../sip/address';
import { header, respond } from '../sip/headers';
import type { SipMessage, SipRequest } from '../sip/message';
import { makeWatch } from '../watch';
import { FarCall } from './call';
import { isHeard, type ToneWish } from './call-media';
import { Invitation } from './invitation';
import { type PlaceOptions, placeCall } from './place';
import { takeRefer } from './refer';
import { farEndAt } from './table';
import type { Wire } from './wire';

/** The host in the contacts of far ends; like a phone's, it can be reached only through the gateway. */
export const farEndHost = 'far-end.invalid';

export interface AgentParts {
  readonly domain: string;
  readonly timers: Timers;
  /** What a far end says goes to the proxy, as from a link. */
  readonly toProxy: (link: Link, message: SipMessage) => void;
  readonly onSent: (link: Link, message: SipMessage) => void;
  readonly note: (line: string) => void;
}

/** The user agent behind all far ends: it takes and places calls inside this process. */
export interface Agent {
  link(number: string): Link;
  /** Every call of a far end, oldest first, ended ones included. */
  calls(number: string): FarCall[];
  /** Places a call; any number may call, also one that takes no calls itself. Resolves once the INVITE is out. */
  callFrom(number: string, to: string, options?: PlaceOptions): Promise<FarCall>;
  /** The next second in which a call of this far end hears the tone. */
  waitForTone(number: string, wish: ToneWish): Promise<Heard>;
  close(): Promise<void>;
}

export function makeAgent(parts: AgentParts): Agent {
  const { timers, domain } = parts;
  const watch = makeWatch();
  const links = new Map<string, Link>();
  const calls: FarCall[] = [];
  const invitations = new Map<string, Invitation>();
  const transactions = makeClientTransactions(() => farEndHost, timers);

  function link(number: string): Link {
    const known = links.get(number);
    if (known) return known;
    const made: Link = {
      label: number,
      isOpen: true,
      isTrusted: true,
      send(message) {
        parts.onSent(made, message);
        // As over a wire: the sender has finished before the receiver begins.
        setImmediate(() =>
          receive(number, message).catch((fault: unknown) => parts.note(`${number}: ${fault}`)),
        );
      },
    };
    links.set(number, made);
    return made;
  }

  function wireOf(number: string): Wire {
    const toProxy = (message: SipMessage) => parts.toProxy(link(number), message);
    const up: Link = { label: number, isOpen: true, isTrusted: true, send: toProxy };
    return {
      timers,
      watch,
      contact: () => `sip:${encodeURIComponent(number)}@${farEndHost};transport=ws`,
      request: (request, take) => transactions.send(request, up, take),
      acknowledge: (ack) => transactions.sendStateless(ack, up),
      respond: toProxy,
      refer: (call, request) =>
        takeRefer({ call, request, respond: toProxy, dial: (uri, options) => dial(number, uri, options) }),
      note: parts.note,
    };
  }

  async function receive(number: string, message: SipMessage): Promise<void> {
    if (message.kind === 'response') {
      transactions.receive(message);
      return;
    }
    const refuse = (status: number) =>
      parts.toProxy(link(number), respond(message, status, { toTag: 'far-end' }));
    if (message.method === 'CANCEL') {
      const invitation = invitations.get(branchOf(header(message, 'Via')));
      if (invitation) invitation.cancelled(message);
      else refuse(481);
    } else if (tagOf(header(message, 'To')) !== undefined) {
      const call = calls.find((c) => c.state !== 'ended' && isOf(c, message));
      if (call) await call.receive(message);
      else if (message.method !== 'ACK') refuse(481);
    } else if (message.method === 'INVITE') await invite(number, message);
    else if (message.method !== 'ACK') refuse(message.method === 'MESSAGE' ? 200 : 405);
  }

  async function invite(number: string, request: SipRequest): Promise<void> {
    const wire = wireOf(number);
    const call = new FarCall(number, userOf(header(request, 'From')), wire);
    const invitation = new Invitation(call, request, wire);
    calls.push(call);
    invitations.set(branchOf(header(request, 'Via')), invitation);
    watch.changed();
    const replaces = header(request, 'Replaces');
    const farEnd = farEndAt(number);
    if (replaces !== undefined)
      await replace(
        invitation,
        calls.find((old) => isReplaced(old, replaces)),
      );
    else if (farEnd) await farEnd.take(invitation, { callBack: callFrom });
    else invitation.decline(480);
  }

  async function dial(number: string, to: string, options: PlaceOptions): Promise<FarCall> {
    const wire = wireOf(number);
    const call = new FarCall(number, parseUri(to)?.user ?? to, wire);
    calls.push(call);
    const uri = `sip:${encodeURIComponent(number)}@${domain}`;
    await placeCall(call, { name: farEndAt(number)?.name ?? '', uri, to }, options, wire);
    return call;
  }

  const callFrom = (number: string, to: string, options: PlaceOptions = {}) =>
    dial(number, `sip:${to}@${domain}`, options);

  return {
    link,
    calls: (number) => calls.filter((call) => call.number === number),
    callFrom,
    waitForTone(number, wish) {
      const own = () => calls.filter((call) => call.number === number);
      const before = new Map(own().map((call) => [call, call.hearings.length]));
      const fresh = () => own().flatMap((call) => call.hearings.slice(before.get(call) ?? 0));
      const what = `${number} hears ${wish.hz === null ? 'silence' : `${wish.hz} Hz`}`;
      return watch.until(() => fresh().find((heard) => isHeard(heard, wish)), what, wish.timeoutMs ?? 8000);
    },
    async close() {
      await Promise.all(calls.map((call) => call.media.close()));
    },
  };
}

/** A new call takes the place of an old one: it goes on with what the far end was playing (RFC 3891 §3). */
async function replace(invitation: Invitation, old: FarCall | undefined): Promise<void> {
  if (old?.state !== 'active') {
    invitation.decline(481);
    return;
  }
  await invitation.answer(old.media.source);
  old.hangUp();
}

function isReplaced(call: FarCall, replaces: string): boolean {
  const { uri: callId, params } = parseNameAddr(replaces);
  const { dialog } = call;
  if (dialog?.callId !== callId) return false;
  return tagOf(dialog.local) === params['to-tag'] && tagOf(dialog.remote) === params['from-tag'];
}

/** Whether a request that came to us belongs to this call (RFC 3261 §12.2.2). */
function isOf(call: FarCall, request: SipRequest): boolean {
  const { dialog } = call;
  if (!dialog || dialog.callId !== header(request, 'Call-ID')) return false;
  return tagOf(dialog.local) === tagOf(header(request, 'To'));
}
