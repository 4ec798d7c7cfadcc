import { useRef, useState } from 'preact/hooks';
import { areSameRules, type DialRules } from '../core/dial/rules';
import type { Profile } from '../core/profile/profile';
import { toDraft } from '../core/profile/rules-draft';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { RulesForm } from './rules-form';
import { RulesTester, type TesterNumbers } from './rules-tester';
import { RulesWizard } from './rules-wizard';
import { useRulesDraft } from './use-rules-draft';
import { useUnsaved } from './use-unsaved';

type Props = {
  profile: Profile;
  /** Undefined as long as none were ever saved: then the profile's are what one starts from. */
  saved: DialRules | undefined;
  tester: TesterNumbers;
  onSave: (rules: DialRules) => Promise<boolean>;
};
type Outcome = 'saved' | 'refused' | 'lost';

/** The person's own rules. They come into force when they are saved, and only as a whole. */
export const RulesOwn = ({ profile, saved, tester, onSave }: Props) => {
  const inForce = saved ?? profile.rules;
  const { draft, reading, rules, write } = useRulesDraft(inForce);
  const [outcome, setOutcome] = useState<Outcome>();
  const form = useRef<HTMLFormElement>(null);
  const isUnsaved = !reading.isValid || !areSameRules(reading.rules, inForce);
  const change = (changed: typeof draft) => {
    setOutcome(undefined);
    write(changed);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (reading.isValid) {
      const isSaved = await onSave(rules);
      if (isSaved) write(toDraft(rules));
      return setOutcome(isSaved ? 'saved' : 'lost');
    }
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    setOutcome('refused');
  };
  useUnsaved(isUnsaved);
  return (
    <>
      <p>{text('rulesOwn')}</p>
      <RulesWizard base={rules} onTake={(taken) => change(toDraft(taken))} />
      <form ref={form} class="own-rules" onSubmit={save}>
        <RulesForm draft={draft} reading={reading} onDraft={change} />
        {outcome && <Outcome outcome={outcome} />}
        <div class="buttons">
          <button type="submit" class="primary">
            {text('rulesSave')}
          </button>
          {isUnsaved && (
            <button type="button" onClick={() => change(toDraft(inForce))}>
              {text('rulesUndo')}
            </button>
          )}
          {saved && !areSameRules(rules, profile.rules) && (
            <button type="button" onClick={() => change(toDraft(profile.rules))}>
              {text('rulesFromProfile')}
            </button>
          )}
          {isUnsaved && <span class="unsaved">{text('rulesUnsaved')}</span>}
        </div>
      </form>
      <RulesTester profile={profile} rules={rules} isHeld={!reading.isValid} {...tester} />
    </>
  );
};

const notes = {
  saved: { tone: 'good', key: 'rulesSaved' },
  refused: { tone: 'bad', key: 'rulesRefused' },
  lost: { tone: 'bad', key: 'rulesNotSaved' },
} as const;

const Outcome = ({ outcome }: { outcome: Outcome }) => (
  <Note tone={notes[outcome].tone}>{text(notes[outcome].key)}</Note>
);
