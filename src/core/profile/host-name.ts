/** Names of servers, as they stand in an address. */

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * The host in canonical form (small letters, punycode, IPv6 in brackets), or undefined when nothing can be called so.
 * Short forms of IPv4 addresses such as `10.1` are refused: they are slips.
 */
export function canonicalHost(host: string): string | undefined {
  if (host === '' || host.length > 253 || /[\s%\\<>"'`{}|^@/?#,;]/.test(host)) return undefined;
  const bare = /^[\da-f:]*:[\da-f:.]*$/i.test(host) ? `[${host}]` : host;
  const canonical = urlOf(`ws://${bare}/`)?.hostname;
  if (canonical === undefined || canonical === '') return undefined;
  if (canonical.startsWith('[')) return canonical;
  if (/^[\d.]+$/.test(canonical)) return canonical === host ? canonical : undefined;
  return canonical
    .replace(/\.$/, '')
    .split('.')
    .every((label) => LABEL.test(label))
    ? canonical
    : undefined;
}

/** Whether only this computer answers there; the only place where `ws:` and `http:` are safe. */
export function isLoopback(canonical: string): boolean {
  return canonical === 'localhost' || canonical === '[::1]' || /^127(?:\.\d+){3}$/.test(canonical);
}

/** `URL.parse` without its exceptions; it is younger than the oldest browser that we run in. */
export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A port from 1 to 65535, or undefined. */
export function portOf(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65535 ? port : undefined;
}
