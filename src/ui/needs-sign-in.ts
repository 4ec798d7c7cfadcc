import type { Snapshot } from '../core/snapshot';

/**
 * True when the person has to sign in, or is just doing so. A failure that we try to mend ourselves does not count; one that
 * needs the person does. `isSigningIn` keeps the form, and what is typed in it, until it has worked.
 */
export function needsSignIn({ registration, account }: Snapshot, isSigningIn: boolean): boolean {
  switch (registration.state) {
    case 'registered':
      return false;
    case 'off':
      return account === null;
    case 'registering':
      return isSigningIn;
    case 'failed':
      return isSigningIn || registration.retryAt === null;
  }
}
