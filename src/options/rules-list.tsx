import { type DialRules, RULE_FIELDS } from '../core/dial/rules';
import { text } from '../ui/text';
import { ruleWords } from './rule-words';

/** Rules as they are, to be read. */
export const RulesList = ({ rules }: { rules: DialRules }) => (
  <dl class="rules-list">
    {RULE_FIELDS.map((field) => (
      <div key={field}>
        <dt>{text(ruleWords[field].label)}</dt>
        <dd>{shown(rules[field])}</dd>
      </div>
    ))}
  </dl>
);

function shown(value: DialRules[keyof DialRules]) {
  if (typeof value === 'boolean') return text(value ? 'ruleYes' : 'ruleNo');
  const written = typeof value === 'string' ? value : value.join(', ');
  return written === '' ? text('ruleNone') : <code>{written}</code>;
}
