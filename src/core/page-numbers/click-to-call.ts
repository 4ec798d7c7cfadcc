/** By what a number on a page is called: by us, by another program of the system (tel:, sip:), or as the person says each time. */
export type Client = 'offhook' | 'workplace' | 'ask';
export const clients: readonly Client[] = ['offhook', 'workplace', 'ask'];

/** What the person has chosen about numbers on pages. */
export type ClickToCall = {
  client: Client;
  /** Hosts whose pages are searched, besides those of Spaces; sub-domains are others. */
  sites: readonly string[];
  /** All pages that Chrome lets us into are searched. */
  everywhere: boolean;
  /** Hosts whose pages are never searched, with all their sub-domains. */
  excluded: readonly string[];
};

/** What the administrator's policy says about it; null where it leaves the person the choice. */
export type ClickToCallPolicy = {
  client: Client | null;
  everywhere: boolean | null;
  sites: readonly string[];
  excluded: readonly string[];
  /** Origins whose pages may use the page API, and those among them that are not asked about. */
  apiOrigins: readonly string[];
  trustedOrigins: readonly string[];
};

export const spacesHost = 'spaces.avayacloud.com';
export const defaultClickToCall: ClickToCall = {
  client: 'offhook',
  sites: [],
  everywhere: false,
  excluded: [],
};

/** Reads what `chrome.storage.managed` has. Never throws; what is of the wrong kind says nothing. */
export function readClickToCallPolicy(items: Readonly<Record<string, unknown>>): ClickToCallPolicy {
  const { ClickToCallClient: client, ClickToCallEverywhere: everywhere } = items;
  const trustedOrigins = readList(items.PageApiTrustedSites, toOrigin);
  return {
    client: clients.find((known) => known === client) ?? null,
    everywhere: typeof everywhere === 'boolean' ? everywhere : null,
    sites: readList(items.ClickToCallSites, toHost),
    excluded: readList(items.ClickToCallExcludedSites, toHost),
    apiOrigins: [...new Set([...readList(items.PageApiSites, toOrigin), ...trustedOrigins])],
    trustedOrigins,
  };
}

/** What holds: the policy's word where it has one, lists together. */
export function clickToCallInForce(own: ClickToCall, policy: ClickToCallPolicy): ClickToCall {
  const together = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  return {
    client: policy.client ?? own.client,
    everywhere: policy.everywhere ?? own.everywhere,
    sites: together(policy.sites, own.sites),
    excluded: together(policy.excluded, own.excluded),
  };
}

/** Whether a page at this address is searched for numbers. Frames without an address of their own have the origin of their page. */
export function mayFindNumbers(origin: string, { sites, everywhere, excluded }: ClickToCall): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host, hostname } = new URL(origin);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (excluded.some((entry) => coversHost(entry, host) || coversHost(entry, hostname))) return false;
  return everywhere || host === spacesHost || sites.includes(host) || sites.includes(hostname);
}

/** "example.com" covers itself and "www.example.com". */
const coversHost = (entry: string, host: string): boolean => host === entry || host.endsWith(`.${entry}`);

/** Chrome's match patterns of a host, and of its sub-domains too. */
export const patternsOf = (host: string): readonly string[] => {
  const name = host.replace(/:\d+$/, '');
  // `*://` would be one pattern more than Chrome finds among those that it was given leave for.
  return [`https://${name}/*`, `http://${name}/*`];
};
export const patternsWithin = (host: string): readonly string[] => {
  const name = host.replace(/:\d+$/, '');
  return /^[\d.]+$|^\[|^localhost$/.test(name) ? [`*://${name}/*`] : [`*://*.${name}/*`];
};

/** The host in what a person or an administrator wrote: a host, an address, a pattern. Null when there is none. */
export function toHost(written: string): string | null {
  const host = written
    .trim()
    .toLowerCase()
    .replace(/^(?:\*|https?):\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^(?:\*\.|\.)+/, '');
  if (host === '' || /[\s*@\\]/.test(host) || !URL.canParse(`https://${host}`)) return null;
  return new URL(`https://${host}`).host;
}

function toOrigin(written: string): string | null {
  if (!URL.canParse(written)) return null;
  const { protocol, origin } = new URL(written);
  return protocol === 'https:' || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(origin)
    ? origin
    : null;
}

function readList(value: unknown, read: (written: string) => string | null): readonly string[] {
  if (!Array.isArray(value)) return [];
  return [
    ...new Set(value.flatMap((entry: unknown) => (typeof entry === 'string' ? (read(entry) ?? []) : []))),
  ];
}
