/** SIP URIs, name-addr and `;name=value` parameters (RFC 3261 §19.1, §20.10). */

export type Params = Readonly<Record<string, string>>;

export interface SipUri {
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly params: Params;
}

export interface NameAddr {
  readonly name: string;
  readonly uri: string;
  readonly params: Params;
}

/** Reads a sip:, sips: or tel: URI; undefined for anything else. Percent-escapes in the user are decoded. */
export function parseUri(text: string): SipUri | undefined {
  const tel = /^tel:([^;?]+)(;[^?]*)?/i.exec(text);
  if (tel) {
    return { scheme: 'tel', user: tel[1] ?? '', host: '', port: undefined, params: parseParams(tel[2]) };
  }
  const sip = /^(sips?):(?:([^@]*)@)?(\[[^\]]+\]|[^:;?]+)(?::(\d+))?(;[^?]*)?(\?.*)?$/i.exec(text);
  if (!sip) return undefined;
  const [, scheme = '', userinfo = '', host = '', port, params] = sip;
  return {
    scheme: scheme.toLowerCase(),
    user: decode(userinfo.split(':')[0]?.split(';')[0] ?? ''),
    host: host.toLowerCase(),
    port: port === undefined ? undefined : Number(port),
    params: parseParams(params),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign is a character like any other to a dial plan.
  }
}

/** `;a=b;c;d="e;f"` as a table; names in lower case, quotes taken off, a bare name has the value ''. */
export function parseParams(text: string | undefined): Params {
  const params: Record<string, string> = {};
  for (const match of (text ?? '').matchAll(/;\s*([^=;\s]+)\s*(?:=\s*("(?:\\.|[^"\\])*"|[^;]*))?/g)) {
    params[(match[1] ?? '').toLowerCase()] = unquote((match[2] ?? '').trim());
  }
  return params;
}

/** Reads `"Name" <uri>;params`, `<uri>`, or a bare URI whose parameters then belong to the header (§20). */
export function parseNameAddr(text: string): NameAddr {
  const full = /^\s*("(?:\\.|[^"\\])*"|[^<"]*)\s*<([^>]*)>(.*)$/s.exec(text);
  if (full) {
    const [, name = '', uri = '', rest] = full;
    return { name: unquote(name.trim()), uri: uri.trim(), params: parseParams(rest) };
  }
  const [uri = '', ...rest] = text.trim().split(';');
  return { name: '', uri, params: parseParams(rest.length > 0 ? `;${rest.join(';')}` : '') };
}

/** `"Name" <uri>`, or `<uri>` without a name. */
export function formatNameAddr(name: string, uri: string): string {
  return name === '' ? `<${uri}>` : `${quote(name)} <${uri}>`;
}

export const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replace(/\\(.)/g, '$1')
    : text;
}

/** The tag of a From or To header value, or undefined. */
export function tagOf(value: string | undefined): string | undefined {
  return value === undefined ? undefined : parseNameAddr(value).params.tag;
}

/** The user part of the URI in a From, To or Contact header value, or ''. */
export function userOf(value: string | undefined): string {
  return value === undefined ? '' : (parseUri(parseNameAddr(value).uri)?.user ?? '');
}

/** The branch of a Via header value, or ''. */
export function branchOf(via: string | undefined): string {
  const params = /;.*$/.exec(via ?? '')?.[0];
  return parseParams(params).branch ?? '';
}
