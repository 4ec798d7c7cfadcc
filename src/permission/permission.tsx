import { useState } from 'preact/hooks';
import type { MicrophoneAccess } from '../core/microphone';
import { Icon } from '../ui/icons';
import { microphoneSentence } from '../ui/microphone-sentence';
import { Note } from '../ui/note';
import { openOptions, openSiteSettings } from '../ui/open-page';
import { text } from '../ui/text';
import { useMicrophone } from '../ui/use-microphone';
import { accessNow } from './access-now';
import { askMicrophone } from './ask-microphone';

/** The first page a person sees: one sentence, one button. */
export const Permission = ({ hasProfile }: { hasProfile: boolean }) => {
  const [answer, setAnswer] = useState<MicrophoneAccess>();
  const [isAsking, setAsking] = useState(false);
  const seen = useMicrophone();
  const ask = async () => {
    setAsking(true);
    setAnswer(await askMicrophone());
    setAsking(false);
  };
  const access = seen && accessNow(seen, answer);
  return (
    <main>
      <div class="emblem">
        <Icon name="microphone" />
      </div>
      <h1>{text('permissionHeading')}</h1>
      <p class="lead">{text('microphoneLead')}</p>
      {isAsking && <Note tone="plain">{text('microphoneAsking')}</Note>}
      {!isAsking && access && access !== 'not-asked' && <Access access={access} />}
      {access === 'granted' && <Next hasProfile={hasProfile} />}
      {access !== 'granted' && access !== 'denied' && (
        <button type="button" class="primary" disabled={isAsking} onClick={ask}>
          <Icon name="microphone" />
          {text('microphoneAllow')}
        </button>
      )}
    </main>
  );
};

const Access = ({ access }: { access: MicrophoneAccess }) => (
  <Note tone={access === 'granted' ? 'good' : access === 'dismissed' ? 'warning' : 'bad'}>
    <p>{microphoneSentence(access)}</p>
    {access === 'denied' && (
      <>
        <button type="button" class="primary" onClick={openSiteSettings}>
          {text('microphoneSettings')}
        </button>
        <p class="by-hand">{text('microphoneSettingsPath')}</p>
      </>
    )}
  </Note>
);

const Next = ({ hasProfile }: { hasProfile: boolean }) =>
  hasProfile ? (
    <p>{text('microphoneDone')}</p>
  ) : (
    <button type="button" class="primary" onClick={openOptions}>
      {text('microphoneNextProfile')}
      <Icon name="forward" />
    </button>
  );
