import { parseNameAddr, parseUri } from '../sip/address';
import { cseq, hasToken, header, headerValues, respond } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import type { Link } from './link';

export interface Binding {
  /** The user part of the address of record. */
  readonly user: string;
  readonly contact: string;
  readonly instance: string | undefined;
  readonly regId: string | undefined;
  readonly callId: string;
  readonly cseq: number;
  readonly registeredAt: number;
  readonly expiresAt: number;
  readonly link: Link;
}

export interface RegistrarOptions {
  /** The most that is granted, in seconds; also what a client gets that asks for nothing. */
  readonly grantExpiresSec: number;
  /** Less is refused with 423 (RFC 3261 §10.3). */
  readonly minExpiresSec: number;
  /** Give a public GRUU to clients that support it (RFC 5627). */
  readonly gruu: boolean;
  readonly domain: string;
  readonly now: () => number;
}

export interface Registrar {
  /** Bindings of a user that have not expired, newest first. */
  bindings(user: string): Binding[];
  all(): Binding[];
  /** Carries out a REGISTER whose sender is already known to be `user`. */
  register(request: SipRequest, user: string, link: Link): SipResponse;
  removeLink(link: Link): Binding[];
  clear(): void;
}

export function makeRegistrar(options: RegistrarOptions): Registrar {
  let stored: Binding[] = [];
  const fresh = () => {
    stored = stored.filter((b) => b.expiresAt > options.now());
    return stored;
  };
  const bindings = (user: string) =>
    fresh()
      .filter((b) => b.user === user)
      .reverse();

  function accept(request: SipRequest, user: string): SipResponse {
    const contacts = bindings(user).map((b) => ({
      name: 'Contact',
      value: formatBinding(request, b, options),
    }));
    const headers: Header[] = [...contacts, { name: 'Supported', value: 'path, outbound, gruu' }];
    const isOutbound =
      hasToken(request, 'Supported', 'outbound') && contacts.some((c) => /reg-id/.test(c.value));
    // RFC 5626 §6: says that the flow will be used, not merely understood.
    if (isOutbound) headers.push({ name: 'Require', value: 'outbound' });
    return respond(request, 200, { headers, toTag: 'registrar' });
  }

  return {
    bindings,
    all: fresh,
    register(request, user, link) {
      const contacts = headerValues(request, 'Contact');
      if (contacts.includes('*')) {
        if (header(request, 'Expires') !== '0' || contacts.length > 1) return respond(request, 400);
        stored = fresh().filter((b) => b.user !== user);
        return accept(request, user);
      }
      const wanted = contacts.map((value) => readBinding(request, value, user, link, options));
      if (contacts.some((value) => isTooBrief(askedSec(request, value, options), options))) {
        const headers = [{ name: 'Min-Expires', value: `${options.minExpiresSec}` }];
        return respond(request, 423, { headers, toTag: 'registrar' });
      }
      for (const binding of wanted) {
        const before = fresh().filter((b) => b.user === user && isSameBinding(b, binding));
        // A late REGISTER of the same client must not undo a newer one (RFC 3261 §10.3 step 7).
        if (before.some((b) => b.callId === binding.callId && b.cseq >= binding.cseq)) {
          return respond(request, 500, { toTag: 'registrar', reason: 'Out Of Order' });
        }
        stored = [...stored.filter((b) => !before.includes(b)), binding];
      }
      return accept(request, user);
    },
    removeLink(link) {
      const gone = fresh().filter((b) => b.link === link);
      stored = stored.filter((b) => b.link !== link);
      return gone;
    },
    clear() {
      stored = [];
    },
  };
}

function readBinding(
  request: SipRequest,
  value: string,
  user: string,
  link: Link,
  options: RegistrarOptions,
): Binding {
  const { uri, params } = parseNameAddr(value);
  const granted = Math.min(askedSec(request, value, options), options.grantExpiresSec);
  return {
    user,
    contact: uri,
    instance: params['+sip.instance']?.replace(/^<|>$/g, ''),
    regId: params['reg-id'],
    callId: header(request, 'Call-ID') ?? '',
    cseq: cseq(request)?.number ?? 0,
    registeredAt: options.now(),
    expiresAt: options.now() + granted * 1000,
    link,
  };
}

/** The contact's own `expires` goes before the Expires header (RFC 3261 §10.3 step 6). */
function askedSec(request: SipRequest, contact: string, options: RegistrarOptions): number {
  const asked = Number(parseNameAddr(contact).params.expires ?? header(request, 'Expires') ?? Number.NaN);
  return Number.isFinite(asked) ? asked : options.grantExpiresSec;
}

const isTooBrief = (seconds: number, options: RegistrarOptions) =>
  seconds > 0 && seconds < options.minExpiresSec;

/** With an instance and a reg-id these two name the binding, whatever the contact (RFC 5626 §6). */
function isSameBinding(a: Binding, b: Binding): boolean {
  const isOutbound = a.instance !== undefined && a.regId !== undefined;
  if (isOutbound && a.instance === b.instance && a.regId === b.regId) return true;
  return contactKey(a.contact) === contactKey(b.contact);
}

/** What makes two contacts the same for us: user, host and port; a GRUU also by its `gr`. */
export function contactKey(uri: string): string {
  const parsed = parseUri(uri);
  return parsed ? `${parsed.user}@${parsed.host}:${parsed.port ?? ''};${parsed.params.gr ?? ''}` : uri;
}

export function publicGruu(user: string, domain: string, instance: string): string {
  return `sip:${user}@${domain};gr=${instance}`;
}

function formatBinding(request: SipRequest, binding: Binding, options: RegistrarOptions): string {
  const seconds = Math.max(1, Math.round((binding.expiresAt - options.now()) / 1000));
  const parts = [`<${binding.contact}>`, `expires=${seconds}`];
  if (binding.instance) parts.push(`+sip.instance="<${binding.instance}>"`);
  if (binding.regId) parts.push(`reg-id=${binding.regId}`);
  if (binding.instance && options.gruu && hasToken(request, 'Supported', 'gruu')) {
    parts.push(`pub-gruu="${publicGruu(binding.user, options.domain, binding.instance)}"`);
  }
  return parts.join(';');
}
