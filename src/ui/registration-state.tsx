import type { FailedAttempt, Registration } from '../core/registration';
import type { AccountName } from '../core/snapshot';
import { useNow } from './duration';
import { Icon } from './icons';
import { formatUntil } from './moment';
import { Note } from './note';
import {
  failureSentence,
  registrationIcons,
  registrationWord,
  secondaryGateway,
} from './registration-sentence';
import { text } from './text';

type Props = { registration: Registration; account: AccountName | null };

/** Whether we can call, as who, and over which gateway: by shape, word and colour. */
export const RegistrationState = ({ registration, account }: Props) => {
  const secondary = secondaryGateway(registration);
  return (
    <div class="registration" data-state={registration.state} role="status">
      <span class="registration-icon">
        <Icon name={registrationIcons[registration.state]} />
      </span>
      <div>
        <strong>{registrationWord(registration)}</strong>
        {account && (
          <span class="account">
            {account.extension} · {account.serverName}
          </span>
        )}
        {secondary && <span class="gateway">{secondary}</span>}
      </div>
    </div>
  );
};

/** Why the registration failed, the way out, and when it is tried again; stays while it is tried. Nothing when all is well. */
export const RegistrationFailed = ({ registration }: Pick<Props, 'registration'>) => {
  const failed = failedAttempt(registration);
  if (!failed) return null;
  return (
    <Note tone="bad">
      <p>{failureSentence(failed)}</p>
      {registration.state === 'failed' && registration.retryAt !== null && (
        <NextAttempt at={registration.retryAt} />
      )}
    </Note>
  );
};

function failedAttempt(registration: Registration): FailedAttempt | undefined {
  if (registration.state === 'failed') return registration;
  return registration.state === 'registering' ? registration.after : undefined;
}

// It counts down, which nobody wants to be read aloud.
const NextAttempt = ({ at }: { at: number }) => (
  <p class="next-attempt" aria-hidden="true">
    {text('retryIn', formatUntil(at, useNow(at)))}
  </p>
);
