import { needsSignIn } from '../ui/needs-sign-in';
import type { PageState } from '../ui/page-state';

export type PopupView = 'set-up' | 'sign-in' | 'phone';

/** What the popup is about right now. Whatever else is wrong, a call is never hidden. */
export function popupView({ profile, snapshot }: PageState, isSigningIn: boolean): PopupView {
  if (snapshot.calls.length > 0 || snapshot.registration.state === 'registered') return 'phone';
  if (!profile || profile.profiles.length === 0) return 'set-up';
  return needsSignIn(snapshot, isSigningIn) ? 'sign-in' : 'phone';
}
