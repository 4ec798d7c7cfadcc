import { useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { useCountryPlans } from './use-country-plans';
import { WizardForm } from './wizard-form';

type Props = { base: DialRules; onTake: (rules: DialRules) => void };

/** Fills in rules from a country and an area code. The numbering plans are read when it is opened. */
export const RulesWizard = ({ base, onTake }: Props) => {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {text('wizardOpen')}
      </button>
    );
  const close = () => setOpen(false);
  const take = (rules: DialRules) => {
    onTake(rules);
    close();
  };
  return (
    <div class="wizard">
      <h3>{text('wizardHeading')}</h3>
      <Plans base={base} onTake={take} onClose={close} />
    </div>
  );
};

const Plans = ({ base, onTake, onClose }: Props & { onClose: () => void }) => {
  const plans = useCountryPlans();
  if (typeof plans === 'object')
    return <WizardForm plans={plans} base={base} onTake={onTake} onClose={onClose} />;
  return (
    <>
      {plans === 'loading' ? <p>{text('wizardLoading')}</p> : <Note tone="bad">{text('wizardFailed')}</Note>}
      <button type="button" onClick={onClose}>
        {text('wizardClose')}
      </button>
    </>
  );
};
