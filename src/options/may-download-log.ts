import type { PageState } from '../ui/page-state';

/** False when the profile in force forbids it; with none chosen yet, when any of them does. */
export function mayDownloadLog({ profile, account }: Pick<PageState, 'profile' | 'account'>): boolean {
  const profiles = profile?.profiles ?? [];
  const inForce = profiles.find(({ name }) => name === account?.serverName);
  return inForce ? inForce.logDownload : profiles.every(({ logDownload }) => logDownload);
}
