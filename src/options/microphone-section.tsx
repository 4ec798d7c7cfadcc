import { microphoneSentence } from '../ui/microphone-sentence';
import { Note } from '../ui/note';
import { openPermissionPage } from '../ui/open-page';
import { text } from '../ui/text';
import { useMicrophone } from '../ui/use-microphone';
import { Section } from './section';

export const MicrophoneSection = () => {
  const access = useMicrophone();
  return (
    <Section id="microphone" heading={text('microphoneHeading')}>
      {access && (
        <Note tone={access === 'granted' ? 'good' : 'warning'}>
          <p>{microphoneSentence(access)}</p>
        </Note>
      )}
      <button type="button" onClick={openPermissionPage}>
        {text('microphoneSetUp')}
      </button>
    </Section>
  );
};
