import { useState } from 'preact/hooks';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { ProfileEditor } from './profile-editor';
import { ProfileForget } from './profile-forget';
import { ProfileSummary } from './profile-summary';
import { Section } from './section';

type Props = { profile: PageState['profile']; intents: Pick<Intents, 'useProfile' | 'forgetProfile'> };

/** What is in force, and the way to put another document in force. */
export const ProfileSection = ({ profile, intents }: Props) => {
  const [draft, setDraft] = useState('');
  return (
    <Section id="profile" heading={text('profileHeading')}>
      <p>{text('profileLead')}</p>
      {profile ? (
        <div class="in-force">
          <h3>{text('profileInForce')}</h3>
          {profile.profiles.map((each) => (
            <ProfileSummary key={each.name} profile={each} />
          ))}
          <div class="buttons">
            <button type="button" onClick={() => setDraft(profile.text)}>
              {text('profileEdit')}
            </button>
            <ProfileForget onForget={intents.forgetProfile} />
          </div>
        </div>
      ) : (
        <Note tone="plain">{text('profileNone')}</Note>
      )}
      <h3>{text(profile ? 'profileNew' : 'profileFirst')}</h3>
      <ProfileEditor draft={draft} onDraft={setDraft} onUse={intents.useProfile} />
    </Section>
  );
};
