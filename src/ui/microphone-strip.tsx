import { microphoneSentence } from './microphone-sentence';
import { Note } from './note';
import { openPermissionPage } from './open-page';
import { text } from './text';
import { useMicrophone } from './use-microphone';

/** Says that nobody can hear us, as long as that is so. */
export const MicrophoneStrip = () => {
  const access = useMicrophone();
  if (access === undefined || access === 'granted') return null;
  return (
    <Note tone="warning">
      <p>{access === 'no-device' ? microphoneSentence(access) : text('microphoneStrip')}</p>
      {access !== 'no-device' && (
        <button type="button" class="quiet" onClick={openPermissionPage}>
          {text('microphoneSetUp')}
        </button>
      )}
    </Note>
  );
};
