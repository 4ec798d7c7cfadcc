import { useEffect, useState } from 'preact/hooks';
import { CallAnnouncer } from '../ui/call-announcer';
import { CallLogStrip } from '../ui/call-log-strip';
import type { Intents } from '../ui/intents';
import { later } from '../ui/later';
import { MicrophoneStrip } from '../ui/microphone-strip';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { Header } from './header';
import { Phone } from './phone';
import { popupView } from './popup-view';
import { SetUp } from './set-up';

const SignIn = later(async () => (await import('../ui/sign-in')).SignIn);

/** The telephone in the toolbar. */
export const Popup = ({ state, intents }: { state: PageState; intents: Intents }) => {
  const [isSigningIn, setSigningIn] = useState(false);
  const { snapshot, profile, account } = state;
  const isRegistered = snapshot.registration.state === 'registered';
  const view = popupView(state, isSigningIn);
  // Once for each time that we become ready to call.
  useEffect(() => {
    if (!isRegistered) return;
    setSigningIn(false);
    intents.prepare();
  }, [isRegistered]);
  return (
    <>
      <Header snapshot={snapshot} onSignOut={view === 'phone' ? intents.signOut : undefined} />
      <CallAnnouncer calls={snapshot.calls} />
      <MicrophoneStrip />
      <CallLogStrip snapshot={snapshot} />
      <main data-view={view}>
        {view === 'set-up' && <SetUp />}
        {view === 'sign-in' && profile && (
          <>
            <h2 class="sign-in-heading">{text('signInHeading')}</h2>
            <SignIn
              // Another profile has other servers, and the draft begins anew with them.
              key={profile.text}
              profiles={profile.profiles}
              account={account}
              registration={snapshot.registration}
              signOnFailure={state.signOnFailure}
              policy={state.policy}
              intents={intents}
              onBegin={() => setSigningIn(true)}
              takesFocus
            />
          </>
        )}
        {view === 'phone' && <Phone state={state} intents={intents} />}
      </main>
    </>
  );
};
