import { useState } from 'preact/hooks';
import { isLocked } from '../core/settings/sources';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { PolicyNotes } from './policy-notes';
import { ProfileForget } from './profile-forget';
import { ProfileLoader } from './profile-loader';
import { ProfileSummary } from './profile-summary';
import { Section } from './section';
import { SourceInForce } from './source-in-force';

type Props = {
  state: Pick<PageState, 'profile' | 'sources' | 'policy'>;
  intents: Pick<Intents, 'useProfile' | 'forgetProfile' | 'forgetSource' | 'useAddress' | 'refreshProfile'>;
};

/** What is in force, and the way to put another document in force. */
export const ProfileSection = ({ state: { profile, sources, policy }, intents }: Props) => {
  const [draft, setDraft] = useState('');
  const isTheirs = isLocked(sources);
  return (
    <Section id="profile" heading={text('profileHeading')}>
      <p>{text('profileLead')}</p>
      <PolicyNotes policy={policy} sources={sources} profile={profile} />
      {!profile && <Note tone="plain">{text('profileNone')}</Note>}
      <div class="in-force">
        {profile && <h3>{text('profileInForce')}</h3>}
        <SourceInForce sources={sources} inForce={profile?.text} intents={intents} />
        {profile?.profiles.map((each) => (
          <ProfileSummary key={each.name} profile={each} />
        ))}
        {profile && !isTheirs && (
          <div class="buttons">
            <button type="button" onClick={() => setDraft(profile.text)}>
              {text('profileEdit')}
            </button>
            <ProfileForget onForget={intents.forgetProfile} />
          </div>
        )}
      </div>
      {isTheirs ? (
        <Note tone="plain">{text('policyLocked')}</Note>
      ) : (
        <>
          <h3>{text(profile ? 'profileNew' : 'profileFirst')}</h3>
          <ProfileLoader draft={draft} sources={sources} intents={intents} onDraft={setDraft} />
        </>
      )}
    </Section>
  );
};
