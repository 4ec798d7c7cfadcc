import type { Profile } from '../core/profile/profile';
import type { PageState } from './page-state';

/** The server that the account is at; the first of the profile while there is no account, undefined while there is no profile. */
export function serverInUse({
  profile,
  account,
}: Pick<PageState, 'profile' | 'account'>): Profile | undefined {
  const servers = profile?.profiles ?? [];
  return servers.find(({ name }) => name === account?.serverName) ?? servers[0];
}
