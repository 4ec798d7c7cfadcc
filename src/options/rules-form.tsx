import { RULE_FIELDS } from '../core/dial/rules';
import { type DraftReading, mendDraft, type RulesDraft } from '../core/profile/rules-draft';
import { text } from '../ui/text';
import { ruleWords } from './rule-words';
import { RulesField } from './rules-field';

type Props = { draft: RulesDraft; reading: DraftReading; onDraft: (draft: RulesDraft) => void };

/** Every rule, to be typed in. What is wrong stays as it was typed, with the reason beside it. */
export const RulesForm = ({ draft, reading, onDraft }: Props) => (
  <div class="rules-form">
    {RULE_FIELDS.map((field) =>
      field === 'removeAreaCode' || field === 'applyToPlusNumber' ? (
        <label key={field} class="check rule">
          <input
            type="checkbox"
            checked={draft[field]}
            onChange={({ currentTarget }) => onDraft({ ...draft, [field]: currentTarget.checked })}
          />
          <span>
            {text(ruleWords[field].label)}
            <span class="hint">{text(ruleWords[field].hint)}</span>
          </span>
        </label>
      ) : (
        <RulesField
          key={field}
          field={field}
          value={draft[field]}
          problems={reading.problems[field] ?? []}
          onChange={(typed) => onDraft({ ...draft, [field]: typed })}
          onFix={(problem) => onDraft(mendDraft(draft, field, problem))}
        />
      ),
    )}
  </div>
);
