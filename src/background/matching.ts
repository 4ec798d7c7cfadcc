import { dialSettings } from '../core/dial/dial-settings';
import { matchingDigitsInForce } from '../core/directory/matching-digits';
import { serverInForce } from '../core/settings/server-choice';
import { readItem, readItems } from '../platform/storage';
import type { Matching } from '../store/contact-names';

/** How numbers are compared with those of the directory at this moment. */
export async function readMatching(): Promise<Matching> {
  const [{ account, profile, ownRules, matchingDigits }, answered, { makeNumbering }] = await Promise.all([
    readItems('local', ['account', 'profile', 'ownRules', 'matchingDigits']),
    readItem('session', 'answeredServer'),
    import('../core/directory/numbering'),
  ]);
  const server = serverInForce(account?.server, profile?.profiles ?? [], answered);
  const rules = server ? dialSettings(server, ownRules ?? null).rules : null;
  return {
    numbering: makeNumbering(rules),
    digits: matchingDigitsInForce(profile?.preferences?.contactMatchingMinDigits, matchingDigits),
  };
}
