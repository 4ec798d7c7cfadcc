import { toPlainText, withoutInvisible } from './plain-text';
import { type KnownPrefixes, readWritten, trimTail, type Written } from './read-written';

/** Characters that no URI holds unescaped (RFC 3986 §2), so that nothing can be smuggled into a SIP message. */
const NOT_IN_URI = /[^\x21-\x7e]|[<>"\\^`{|}]/;

/** user@host.domain or user@192.0.2.1, with a port and parameters at most: an address without its scheme. */
const BARE_ADDRESS =
  /^[A-Za-z0-9_.!~*'()&=+$-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z0-9-]{1,63}(?::\d{1,5})?$/;

/** The address inside `"Name" <sip:…>` (RFC 3261 §25.1 name-addr), or the text itself. */
function withoutName(text: string): string {
  const open = /^sips?:/i.test(text) ? -1 : text.lastIndexOf('<');
  return open >= 0 && text.endsWith('>') ? text.slice(open + 1, -1).trim() : text;
}

/**
 * The SIP address in what was typed: a `sip:` or `sips:` URI as it stands (RFC 3261 §19.1), or, for
 * `name@host.example`, that with `sip:` in front. Null when it is no SIP address; empty when it is a broken one.
 */
export function readSipAddress(typed: string): string | null {
  const text = withoutName(withoutInvisible(typed));
  const scheme = /^sips?:/i.exec(text)?.[0];
  if (scheme === undefined) return text.includes('@') && BARE_ADDRESS.test(text) ? `sip:${text}` : null;
  const address = text.slice(scheme.length);
  const host = address.slice(address.lastIndexOf('@') + 1);
  const isBroken = NOT_IN_URI.test(text) || !/^[A-Za-z0-9[]/.test(host) || address.startsWith('@');
  return isBroken ? '' : text;
}

/**
 * The number that a SIP address calls: "112" of `sip:112@example.com;user=phone`, of `sip:112;phone-context=+49@…` and of
 * `sip:112`; empty for names, those with digits in them too.
 */
export function numberOfSipAddress(address: string): string {
  const rest = address.slice(address.indexOf(':') + 1);
  const [user = ''] = (rest.includes('@') ? rest.slice(0, rest.indexOf('@')) : rest).split(/[:;?]/);
  const number = decoded(user).replace(/[\s().-]/g, '');
  return /^\+?[\d*#]+$/.test(number) ? number : '';
}

/** Percent-encoding undone (RFC 3986 §2.1); what is not well encoded stays as it is. */
function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part.replace(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

/** A number out of a `tel:` URI; `context` is a phone-context that is a number, such as "+44", else empty. */
export type TelNumber = Written & { context: string };

/**
 * Reads the rest of a `tel:` URI behind its scheme (RFC 3966 §3): visual separators, percent-encoding,
 * `;ext=`, `;postd=` (RFC 2806), `;phone-context=`. Other parameters say nothing about what to dial, but
 * a bare run of digits behind `;`, as some pages write it, is a tail.
 */
export function readTel(rest: string, prefixes: KnownPrefixes): TelNumber {
  const [subscriber = '', ...parameters] = rest.split(';').map((part) => toPlainText(decoded(part)));
  const written = readWritten(subscriber, prefixes);
  let { tail } = written;
  let context = '';
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.trim().split('=');
    const key = name.toLowerCase();
    if (key === 'phone-context' && value.startsWith('+')) context = readWritten(value, prefixes).number;
    else if (key === 'ext' || key === 'postd') tail += tailOf(value);
    else if (/^[\d*#,pw]+$/i.test(name)) tail += `,${tailOf(name)}`;
  }
  return { ...written, tail: trimTail(tail), context };
}

function tailOf(text: string): string {
  return text.replace(/[pw]/gi, ',').replace(/[^0-9*#,]/g, '');
}
