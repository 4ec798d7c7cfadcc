import type { Account } from './account';
import type { Way } from './emergency-call';
import { type EmergencyLineParts, openEmergencyLine } from './emergency-line';

/**
 * By which gateways to call for help, best first: the one we are registered at, then all of the profile in their order, then the
 * registration once more, if there is one only now.
 */
export function* waysToHelp(
  account: Account,
  parts: Pick<EmergencyLineParts, 'setup' | 'openSocket' | 'media' | 'tokens'>,
): Generator<Way> {
  const registeredAt = registeredUrl(account);
  if (registeredAt) yield throughAccount(account);
  for (const url of parts.setup.everyGateway) {
    if (url !== registeredAt)
      yield { isRegistered: false, open: (events) => openEmergencyLine(url, { ...parts, ...events }) };
  }
  const newlyAt = registeredUrl(account);
  if (newlyAt && newlyAt !== registeredAt) yield throughAccount(account);
}

function registeredUrl({ registration, gatewayUrl }: Account): string | null {
  return registration.state === 'registered' ? gatewayUrl : null;
}

function throughAccount(account: Account): Way {
  const line = { ua: account.ua, gatewayUrl: account.gatewayUrl, close: () => {} };
  return { isRegistered: true, open: async () => line };
}
