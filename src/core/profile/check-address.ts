/** Addresses of gateways: `host`, `host:port` or `wss://host:port/path`. */
import type { Text } from './check-text';
import type { Findings } from './findings';
import { canonicalHost, isLoopback, portOf, urlOf } from './host-name';
import { MORE_SPACES } from './json-cursor';

/** What applies where the address itself does not say. */
export type GatewayDefaults = {
  readonly port: number;
  /** The document itself gives the port, so it counts for a whole URL too. */
  readonly isPortGiven: boolean;
  readonly path: string;
};

export type Gateway = { readonly url: string; readonly host: string };

const spaces = new RegExp(`[\\s${MORE_SPACES}]+`, 'g');
const PARTS =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^/?#]*)@)?(\[[^\]]*\]|[^:/?#[\]]*)(?::([^/?#]*))?(\/[^?#]*)?(\?[^#]*)?(#.*)?$/i;
const OTHER_SCHEME = /^(sips?|https?|wss?|tls|tcp|udp):(?!\/\/)(?!\d+(?:\/|$))/i;

/** Undefined when it cannot be used; then the reason is reported. */
export function readGateway(text: Text, defaults: GatewayDefaults, findings: Findings): Gateway | undefined {
  const { value, at, path } = text;
  if (value.trim() === '') {
    findings.report('emptyText', at, path, { args: { field: text.field } });
    return undefined;
  }
  const isClean = value.search(spaces) < 0;
  if (!isClean) {
    const trimmed = value.replace(new RegExp(`^${spaces.source}|${spaces.source}$`, 'g'), '');
    const edits = trimmed.search(spaces) < 0 ? text.replace(trimmed) : undefined;
    findings.report('addressSpace', at, path, { edits });
  }
  const written = value.replace(spaces, '').slice(0, 2048).replace(OTHER_SCHEME, '$1://');
  const parts = PARTS.exec(written);
  if (!parts) {
    findings.report('addressInvalid', at, path);
    return undefined;
  }
  const gateway = gatewayOf(text, partsOf(parts), defaults, findings);
  return isClean ? gateway : undefined;
}

type Parts = {
  readonly scheme: string;
  readonly credentials: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
};

function partsOf([, scheme, credentials, host, port, path, query, fragment]: RegExpExecArray): Parts {
  return {
    scheme: (scheme ?? '').toLowerCase(),
    credentials,
    host: host ?? '',
    port,
    path: path ?? '',
    query: query ?? '',
    fragment: fragment ?? '',
  };
}

function gatewayOf(
  text: Text,
  parts: Parts,
  defaults: GatewayDefaults,
  findings: Findings,
): Gateway | undefined {
  const { at, path } = text;
  const host = canonicalHost(parts.host);
  const port = portNumber(parts, defaults);
  let isGood = true;
  const refuse = (code: Parameters<Findings['report']>[0], detail?: Parameters<Findings['report']>[3]) => {
    findings.report(code, at, path, detail);
    isGood = false;
  };
  if (host === undefined) refuse('addressInvalid');
  if (port === undefined) refuse('portInvalid', { found: parts.port ?? '' });
  if (parts.credentials !== undefined)
    refuse('addressCredentials', { edits: text.replace(written({ ...parts, credentials: undefined })) });
  if (parts.fragment !== '')
    refuse('addressFragment', { edits: text.replace(written({ ...parts, fragment: '' })) });
  if (host === undefined || port === undefined) return undefined;
  const isPlain = parts.scheme === 'ws';
  if (isPlain && !isLoopback(host)) refuse('addressPlain', {});
  else if (!['', 'ws', 'wss'].includes(parts.scheme)) refuse('addressScheme', otherScheme(text, parts));
  else if (parts.scheme === '' && parts.path + parts.query !== '') {
    const value = `wss://${parts.host}:${port}${parts.path}${parts.query}`;
    refuse('addressPath', { args: { value }, edits: text.replace(value) });
  }
  const resource = (parts.path || defaults.path) + parts.query;
  const url = urlOf(`${isPlain ? 'ws' : 'wss'}://${host}:${port}${resource}`);
  return isGood && url ? { url: url.href, host } : undefined;
}

/** A whole URL without port means its scheme's own (RFC 6455 §3), unless the document gives one. */
function portNumber({ scheme, port }: Parts, defaults: GatewayDefaults): number | undefined {
  if (port !== undefined) return portOf(port);
  if (scheme === '' || defaults.isPortGiven) return defaults.port;
  return scheme === 'ws' ? 80 : 443;
}

function written({ scheme, credentials, host, port, path, query, fragment }: Parts): string {
  const start = (scheme === '' ? '' : `${scheme}://`) + (credentials === undefined ? '' : `${credentials}@`);
  return start + host + (port === undefined ? '' : `:${port}`) + path + query + fragment;
}

/** `https://` is how a browser shows the same server. A SIP port is not the WebSocket's, so there we are not sure. */
function otherScheme(text: Text, parts: Parts) {
  const isBare = (parts.path === '' || parts.path === '/') && parts.query === '' && parts.port === undefined;
  const value = isBare
    ? parts.host
    : written({ ...parts, scheme: 'wss', credentials: undefined, fragment: '' });
  const isSure = /^https?$/.test(parts.scheme) || (isBare && /^(sips?|tls|tcp|udp)$/.test(parts.scheme));
  return { args: { scheme: parts.scheme, value }, edits: isSure ? text.replace(value) : undefined };
}
