import type { Profile } from '../profile/profile';
import type { AccountsService } from './token-set';

/** Where the person signs on for a server; null when the profile does not offer it, or lacks what it takes. */
export function accountsServiceOf(server: Profile): AccountsService | null {
  const { accountsToken, accountsAddress, accountsClientId } = server;
  return accountsToken && accountsClientId ? { address: accountsAddress, clientId: accountsClientId } : null;
}
