import { useState } from 'preact/hooks';
import type { Profile } from '../core/profile/profile';
import { toDraft } from '../core/profile/rules-draft';
import { Icon } from '../ui/icons';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { RulesForm } from './rules-form';
import { RulesList } from './rules-list';
import { RulesTester, type TesterNumbers } from './rules-tester';
import { RulesWizard } from './rules-wizard';
import { useRulesDraft } from './use-rules-draft';

type Props = { profile: Profile; tester: TesterNumbers };

/** Rules that the profile sets or switches off: to be read, and to be changed for a trial only. */
export const RulesGiven = ({ profile, tester }: Props) => {
  const [isTrying, setTrying] = useState(false);
  const isOff = profile.dialRule === 'off';
  return (
    <>
      <p class="whose-rules">
        {!isOff && <Icon name="lock" />}
        {text(isOff ? 'rulesOff' : 'rulesLocked')}
      </p>
      {!isOff && <RulesList rules={profile.rules} />}
      <button type="button" onClick={() => setTrying(!isTrying)}>
        {text(isTrying ? 'rulesTryEnd' : 'rulesTry')}
      </button>
      {isTrying ? (
        <RulesTrial profile={profile} tester={tester} />
      ) : (
        <RulesTester profile={profile} rules={isOff ? null : profile.rules} {...tester} />
      )}
    </>
  );
};

const RulesTrial = ({ profile, tester }: Props) => {
  const { draft, reading, rules, write } = useRulesDraft(profile.rules);
  return (
    <>
      <Note tone="warning">{text('rulesTrying')}</Note>
      <RulesWizard base={rules} onTake={(taken) => write(toDraft(taken))} />
      <RulesForm draft={draft} reading={reading} onDraft={write} />
      <RulesTester profile={profile} rules={rules} isHeld={!reading.isValid} {...tester} />
    </>
  );
};
