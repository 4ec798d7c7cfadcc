import type { RemoteParty } from './call';

/**
 * Who calls, from a name-addr of the wire (From, or P-Asserted-Identity, RFC 3325, which wins). A withheld caller, which
 * systems write as anonymous@anonymous.invalid (RFC 3323 §4.1), has neither a number nor a name.
 */
export function toRemoteParty(address: { user: string | undefined; displayName: string }): RemoteParty {
  const number = address.user ?? '';
  if (/^(?:anonymous|unknown|restricted|unavailable)$/i.test(number)) return { number: '', displayName: '' };
  const displayName = address.displayName.trim();
  // Many systems repeat the number where a name belongs.
  return { number, displayName: displayName === number ? '' : displayName };
}
