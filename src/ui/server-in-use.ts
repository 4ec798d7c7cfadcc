import type { Profile } from '../core/profile/profile';
import { serverInForce } from '../core/settings/server-choice';
import type { PageState } from './page-state';

/** The server that the account is at; the first of the profile while there is no account, undefined while there is no profile. */
export function serverInUse({
  profile,
  account,
  snapshot,
}: Pick<PageState, 'profile' | 'account' | 'snapshot'>): Profile | undefined {
  const servers = profile?.profiles ?? [];
  return serverInForce(account?.server, servers, snapshot.account?.serverName) ?? servers[0];
}
