/** Host names, ports and paths that stand alone in a field. */
import type { Text } from './check-text';
import type { Findings } from './findings';
import { canonicalHost, isLoopback, portOf, urlOf } from './host-name';
import { ACCOUNTS_ADDRESS, WEB_SOCKET_PATH } from './profile-defaults';

/** Undefined when missing or wrong. */
export function readPort(text: Text | undefined, findings: Findings): number | undefined {
  if (!text || text.value === '') return undefined;
  const port = portOf(text.value);
  if (port === undefined) {
    const value = text.value.trim();
    const edits = portOf(value) === undefined ? undefined : text.replace(value);
    findings.report('portInvalid', text.at, text.path, { args: { value }, edits });
  }
  return port;
}

export function readPath(text: Text | undefined, findings: Findings): string {
  if (!text || text.value === '') return WEB_SOCKET_PATH;
  if (/^\/[^\s#]*$/.test(text.value)) return text.value;
  const value = `/${text.value.trim().replace(/^\//, '')}`;
  const edits = /^\/[^\s#]*$/.test(value) ? text.replace(value) : undefined;
  findings.report('pathInvalid', text.at, text.path, { args: { value }, edits });
  return WEB_SOCKET_PATH;
}

/** Empty when missing or wrong. `scheme` is what people put in front of such a name, and what is taken off again. */
export function readHost(text: Text | undefined, scheme: RegExp, findings: Findings): string {
  if (!text || text.value === '') return '';
  const host = canonicalHost(text.value);
  if (host !== undefined) return host;
  const value = text.value.trim().replace(scheme, '').replace(/^\/\//, '');
  const edits = canonicalHost(value) === undefined ? undefined : text.replace(value);
  findings.report('hostInvalid', text.at, text.path, { args: { field: text.field, value }, edits });
  return '';
}

/** A whole `https:` address without a slash at the end. `http:` is for tests on this computer only. */
export function readAccountsAddress(text: Text | undefined, findings: Findings): string {
  if (!text || text.value.trim() === '') return ACCOUNTS_ADDRESS;
  const written = text.value.trim();
  const url = urlOf(/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  const isGood =
    isSafe &&
    canonicalHost(url?.hostname ?? '') !== undefined &&
    url?.username === '' &&
    url.search + url.hash === '';
  if (!url || !isGood) {
    findings.report('hostInvalid', text.at, text.path, { args: { field: text.field, value: '' } });
    return ACCOUNTS_ADDRESS;
  }
  return url.href.replace(/\/+$/, '');
}
