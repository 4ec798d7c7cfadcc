import type { Snapshot } from '../core/snapshot';
import { Icon } from '../ui/icons';
import { openDirectory, openOptions } from '../ui/open-page';
import { RegistrationState } from '../ui/registration-state';
import { text } from '../ui/text';

type Props = { snapshot: Snapshot; onSignOut: (() => void) | undefined };

/** Where we stand with the telephone system, and the way to everything that is not the telephone. */
export const Header = ({ snapshot, onSignOut }: Props) => (
  <header class="bar">
    <h1 class="unseen">{text('appName')}</h1>
    <RegistrationState registration={snapshot.registration} account={snapshot.account} />
    <button type="button" class="icon-button" aria-label={text('menu')} popovertarget="menu">
      <Icon name="menu" />
    </button>
    <div id="menu" class="menu" popover="auto">
      <button type="button" onClick={() => openDirectory()}>
        {text('directory')}
      </button>
      <button type="button" onClick={openOptions}>
        {text('options')}
      </button>
      {onSignOut && (
        <button type="button" popovertarget="menu" onClick={onSignOut}>
          {text('signOut')}
        </button>
      )}
    </div>
  </header>
);
