import { useId } from 'preact/hooks';
import type { Problem } from '../core/profile/profile';
import type { RuleTextField } from '../core/profile/rules-draft';
import { text } from '../ui/text';
import { problemWords } from './problem-words';
import { ruleWords } from './rule-words';

type Props = {
  field: RuleTextField;
  value: string;
  problems: readonly Problem[];
  onChange: (typed: string) => void;
  onFix: (problem: Problem) => void;
};

/** One rule as text: what belongs there and in which unit, and what is wrong with what was typed. */
export const RulesField = ({ field, value, problems, onChange, onFix }: Props) => {
  const id = useId();
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const { label, hint } = ruleWords[field];
  return (
    <div class="rule">
      <label for={id}>{text(label)}</label>
      <input
        id={id}
        type="text"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint ${id}-problems`}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint">
        {text(hint)}
      </p>
      <div id={`${id}-problems`} role={isWrong ? 'alert' : undefined}>
        {problems.map((problem) => (
          <RuleProblem
            key={`${problem.code} ${problem.message}`}
            problem={problem}
            onFix={() => onFix(problem)}
          />
        ))}
      </div>
    </div>
  );
};

const RuleProblem = ({ problem, onFix }: { problem: Problem; onFix: () => void }) => {
  const { message, fix } = problemWords(problem);
  return (
    <p class={`rule-problem ${problem.severity}`}>
      {message}
      {problem.fix && (
        <button type="button" class="quiet" onClick={onFix}>
          {fix}
        </button>
      )}
    </p>
  );
};
