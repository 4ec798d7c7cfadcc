import { URI } from 'sip.js';

// sip:user@host:port;parameters?headers (RFC 3261 §25.1). A user may hold ; and ?, so the @ is looked for first.
const address =
  /^(sips?):(?:([^@]*)@)?(\[[\da-f:.]+\]|[a-z\d.-]*[a-z\d])\.?(?::(\d{1,5}))?((?:;[^;?]*)*)(?:\?.*)?$/i;
const digits = /^\d+$/;

/** What the dial rules gave, as the first line of a request says it: digits at our own domain, or a SIP address. Null when it is neither. */
export function toRequestUri(sent: string, sipDomain: string): URI | null {
  if (/^\+?[\d*#]+$/.test(sent)) return makeUri('sip', { user: sent, host: sipDomain });
  const [, scheme = '', user = '', host = '', port, parameters = ''] = address.exec(sent) ?? [];
  if (host === '') return null;
  // "sip:201" names a host by the letter of it, and a telephone of ours by what whoever wrote it means.
  if (user === '' && digits.test(host)) return makeUri(scheme, { user: host, host: sipDomain });
  return makeUri(scheme, { user, host, port, parameters });
}

type Parts = { user: string; host: string; port?: string | undefined; parameters?: string };

/** Without headers and method, which a Request-URI may not have (RFC 3261 §19.1.1, table 1). */
function makeUri(scheme: string, { user, host, port, parameters = '' }: Parts): URI {
  const uri = new URI(
    scheme.toLowerCase(),
    escapeUser(user),
    host.toLowerCase(),
    port ? Number(port) : undefined,
  );
  for (const parameter of parameters.split(';').filter((written) => written !== '')) {
    const [name = '', value = null] = parameter.split(/=(.*)/s);
    if (name.toLowerCase() !== 'method') uri.setParam(name, value);
  }
  return keepUser(uri);
}

/** What a user part cannot hold as it is, such as the # of a feature code, and a % that encodes nothing. */
function escapeUser(user: string): string {
  return user
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.!~*'()&=+$,;?/:%]/g, (character) => encodeURIComponent(character));
}

/**
 * The library decodes and encodes the user anew each time it writes it, and so turns the ; of "201;phone-context=…" into a %3B that means
 * something else (RFC 3261 §19.1.4). It also clones what it is given.
 */
function keepUser(uri: URI): URI {
  const clone = () => keepUser(URI.prototype.clone.call(uri));
  return Object.defineProperties(uri, {
    escapeUser: { value: (user: string) => user },
    clone: { value: clone },
  });
}
