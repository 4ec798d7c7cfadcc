import type { SignIn } from '../bus/protocol';
import type { Profile } from '../core/profile/profile';
import { lockedServer, type Policy } from '../core/settings/policy';

/** What of a sign-in the administrator has decided; null is left to the person. */
export type SignInLock = Pick<Policy, 'server' | 'extension' | 'mayStaySignedIn'>;

export function lockOf(policy: Policy, profiles: readonly Profile[]): SignInLock {
  const { extension, mayStaySignedIn } = policy;
  return { server: lockedServer(policy, profiles), extension, mayStaySignedIn };
}

/** What the person wrote, as far as it is the person's to write. */
export function lockedDraft(written: SignIn, lock: SignInLock): SignIn {
  return {
    ...written,
    server: lock.server ?? written.server,
    extension: lock.extension ?? written.extension,
    remember: written.remember && lock.mayStaySignedIn,
  };
}
