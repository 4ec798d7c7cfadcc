import type { Profile } from '../core/profile/profile';
import { browser } from '../platform/browser';

/** The host permissions that cover the gateways. A match pattern has no port, and says http for ws and https for wss. */
export function gatewayOrigins(profiles: readonly Pick<Profile, 'gateways'>[]): string[] {
  const origins = profiles
    .flatMap(({ gateways }) => gateways)
    .map((gateway) => new URL(gateway))
    .map(({ protocol, hostname }) => `${protocol === 'ws:' ? 'http' : 'https'}://${hostname}/*`);
  return [...new Set(origins)];
}

export function gatewayHosts(profiles: readonly Pick<Profile, 'gateways'>[]): string {
  const hosts = profiles.flatMap(({ gateways }) => gateways).map((gateway) => new URL(gateway).hostname);
  return [...new Set(hosts)].join(', ');
}

/** Asks for leave to reach the gateways; has to be called right from a click. Whatever the answer is, the phone goes on. */
export async function requestGatewayAccess(profiles: readonly Pick<Profile, 'gateways'>[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: gatewayOrigins(profiles) });
  } catch {
    return false;
  }
}
