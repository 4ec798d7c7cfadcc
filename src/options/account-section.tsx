import { useState } from 'preact/hooks';
import type { Intents } from '../ui/intents';
import { needsSignIn } from '../ui/needs-sign-in';
import type { PageState } from '../ui/page-state';
import { RegistrationFailed, RegistrationState } from '../ui/registration-state';
import { SignIn } from '../ui/sign-in';
import { text } from '../ui/text';
import { ForgetMe } from './forget-me';
import { Section } from './section';

/** Who is signed in, or the form to do so. */
export const AccountSection = ({ state, intents }: { state: PageState; intents: Intents }) => {
  const [isSigningIn, setSigningIn] = useState(false);
  const { profile, account, snapshot } = state;
  const { registration } = snapshot;
  if (isSigningIn && registration.state === 'registered') setSigningIn(false);
  const isForm = needsSignIn(snapshot, isSigningIn);
  return (
    <Section id="account" heading={text('accountHeading')}>
      {isForm && !profile && <p>{text('accountNoProfile')}</p>}
      {isForm && profile && (
        <SignIn
          // Another profile has other servers, and the draft begins anew with them.
          key={profile.text}
          profiles={profile.profiles}
          account={account}
          registration={registration}
          signOnFailure={state.signOnFailure}
          policy={state.policy}
          intents={intents}
          onBegin={() => setSigningIn(true)}
        />
      )}
      {!isForm && (
        <>
          <RegistrationState registration={registration} account={snapshot.account} />
          <RegistrationFailed registration={registration} />
          <button type="button" onClick={intents.signOut}>
            {text('signOut')}
          </button>
        </>
      )}
      <ForgetMe onForget={intents.forgetPerson} />
    </Section>
  );
};
