import type { Profile } from '../core/profile/profile';
import { browser } from '../platform/browser';

type Reached = Pick<Profile, 'gateways' | 'accountsToken' | 'accountsAddress'>;

/** The gateways, and the accounts service of who signs on there. */
function placesOf({ gateways, accountsToken, accountsAddress }: Reached): string[] {
  return accountsToken ? [...gateways, accountsAddress] : [...gateways];
}

/** The host permissions that cover the gateways. A match pattern has no port, and says http for ws and https for wss. */
export function gatewayOrigins(profiles: readonly Reached[]): string[] {
  const origins = profiles
    .flatMap(placesOf)
    .map((gateway) => new URL(gateway))
    .map(({ protocol, hostname }) => `${/^(?:ws|http):$/.test(protocol) ? 'http' : 'https'}://${hostname}/*`);
  return [...new Set(origins)];
}

export function gatewayHosts(profiles: readonly Reached[]): string {
  const hosts = profiles.flatMap(placesOf).map((gateway) => new URL(gateway).hostname);
  return [...new Set(hosts)].join(', ');
}

/** Asks for leave to reach the gateways; has to be called right from a click. Whatever the answer is, the phone goes on. */
export async function requestGatewayAccess(profiles: readonly Reached[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: gatewayOrigins(profiles) });
  } catch {
    return false;
  }
}
