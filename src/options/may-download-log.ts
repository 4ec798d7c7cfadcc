import { serverInForce } from '../core/settings/server-choice';
import type { PageState } from '../ui/page-state';

/** False when the profile in force forbids it; with none chosen yet, when any of them does. */
export function mayDownloadLog({
  profile,
  account,
  snapshot,
}: Pick<PageState, 'profile' | 'account' | 'snapshot'>): boolean {
  const profiles = profile?.profiles ?? [];
  const inForce = serverInForce(account?.server, profiles, snapshot.account?.serverName);
  return inForce ? inForce.logDownload : profiles.every(({ logDownload }) => logDownload);
}
