import { useState } from 'preact/hooks';
import { Note } from '../ui/note';
import { text } from '../ui/text';

/** Forgets the profile, once the person has said so twice. */
export const ProfileForget = ({ onForget }: { onForget: () => Promise<boolean> }) => {
  const [step, setStep] = useState<'button' | 'question' | 'failed'>('button');
  const forget = async () => setStep((await onForget()) ? 'button' : 'failed');
  if (step === 'button')
    return (
      <button type="button" onClick={() => setStep('question')}>
        {text('profileForget')}
      </button>
    );
  return (
    <Note tone={step === 'failed' ? 'bad' : 'warning'}>
      <p>{text(step === 'failed' ? 'profileNotSaved' : 'profileForgetSure')}</p>
      <div class="buttons">
        <button type="button" class="danger" onClick={forget}>
          {text('profileForgetYes')}
        </button>
        <button type="button" onClick={() => setStep('button')}>
          {text('profileKeep')}
        </button>
      </div>
    </Note>
  );
};
