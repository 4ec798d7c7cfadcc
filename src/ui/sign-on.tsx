import type { Profile } from '../core/profile/profile';
import { browser } from '../platform/browser';
import { Note } from './note';
import { text } from './text';

type Props = {
  server: Pick<Profile, 'accountsToken' | 'accountsAddress' | 'accountsClientId'>;
  isBusy: boolean;
  /** The window of the accounts service is open. */
  isWaiting: boolean;
  onSignOn: () => void;
};

/** Single sign-on, where the profile offers it; or what the administrator has to add to the profile for it. */
export const SignOn = ({ server, isBusy, isWaiting, onSignOn }: Props) => {
  if (!server.accountsToken) return null;
  const host = new URL(server.accountsAddress).host;
  if (!server.accountsClientId)
    return (
      <Note tone="warning">
        <p>{text('signOnNoClientId', host, browser.identity.getRedirectURL())}</p>
      </Note>
    );
  return (
    <div class="sign-on">
      <button type="button" class="primary" disabled={isBusy || isWaiting} onClick={onSignOn}>
        {text(isWaiting ? 'signOnWaiting' : 'signOn')}
      </button>
      <p class="hint">{text('signOnHint', host)}</p>
      <p class="or">{text('signOnOr')}</p>
    </div>
  );
};

/** Asks for leave to reach the accounts service; has to be called right from a click. It may let us in without. */
export async function requestAccountsAccess({
  accountsAddress,
}: Pick<Profile, 'accountsAddress'>): Promise<void> {
  // A match pattern has no port.
  const { protocol, hostname } = new URL(accountsAddress);
  await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false);
}
