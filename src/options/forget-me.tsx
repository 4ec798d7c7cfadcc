import { useState } from 'preact/hooks';
import { Note } from '../ui/note';
import { text } from '../ui/text';

type Step = 'button' | 'question' | 'forgetting' | 'forgotten' | 'failed';

/** Deletes everything of the person's, once the person has said so twice. */
export const ForgetMe = ({ onForget }: { onForget: () => Promise<boolean> }) => {
  const [step, setStep] = useState<Step>('button');
  const forget = async () => {
    setStep('forgetting');
    setStep((await onForget()) ? 'forgotten' : 'failed');
  };
  return (
    <>
      {step === 'forgotten' && <Note tone="good">{text('forgotten')}</Note>}
      {step === 'failed' && <Note tone="bad">{text('forgetMeFailed')}</Note>}
      {step === 'question' || step === 'forgetting' ? (
        <Note tone="warning">
          <p>{text('forgetMeSure')}</p>
          <div class="buttons">
            <button type="button" class="danger" disabled={step === 'forgetting'} onClick={forget}>
              {text('forgetMeYes')}
            </button>
            <button type="button" disabled={step === 'forgetting'} onClick={() => setStep('button')}>
              {text('profileKeep')}
            </button>
          </div>
        </Note>
      ) : (
        <button type="button" onClick={() => setStep('question')}>
          {text('forgetMe')}
        </button>
      )}
    </>
  );
};
