import type { RemoteParty } from './call';

/**
 * Who calls, from a name-addr of the wire (From, or P-Asserted-Identity, RFC 3325, which wins). A withheld caller, which
 * systems write as anonymous@anonymous.invalid (RFC 3323 §4.1), has neither a number nor a name.
 */
export function toRemoteParty(address: { user: string | undefined; displayName: string }): RemoteParty {
  const number = unescaped(address.user ?? '');
  if (/^(?:anonymous|unknown|restricted|unavailable)$/i.test(number)) return { number: '', displayName: '' };
  const displayName = address.displayName.trim();
  // Many systems repeat the number where a name belongs.
  return { number, displayName: displayName === number ? '' : displayName };
}

/** Some systems escape the plus of a number (RFC 3261 §19.1.2). What is not well escaped stays as it is. */
function unescaped(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

const nameAddr = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*<?(?:sips?:([^@>;]+)@|tel:([^>;,]+))/i;

/**
 * Who is at the other end by a P-Asserted-Identity header, such as `"Bob" <sip:202@example.com>` or `<tel:+4930123456>`; of two
 * identities in it, the first (RFC 3325 §9.1). Null when it cannot be read.
 */
export function partyOfIdentity(header: string): RemoteParty | null {
  const [found, quoted, bare, user, number] = nameAddr.exec(header) ?? [];
  if (found === undefined) return null;
  const displayName = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  return toRemoteParty({ user: user ?? number?.replace(/[-.()]/g, ''), displayName });
}
