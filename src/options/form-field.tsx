import type { FieldName } from '../core/profile/field-names';
import type { WrittenField } from '../core/profile/form-document';
import type { Problem } from '../core/profile/profile';
import { text } from '../ui/text';
import { FormChoice } from './form-choice';
import { FormText } from './form-text';
import { fieldChoices, fieldWords, requiredFields } from './form-words';
import { problemWords } from './problem-words';

/** The id by which the list of problems finds a field. */
export const fieldId = (name: FieldName): string => `field-${name}`;

export type FieldProps = {
  name: FieldName;
  written: WrittenField | undefined;
  /** What applies when nothing is written, in words. */
  standard: string;
  problems: readonly Problem[];
  /** How long typing has to pause before it is written into a document of this size. */
  pauseMs: number;
  /** Undefined takes the field away. */
  onWrite: (value: string | boolean | undefined) => void;
  onFix: (problem: Problem) => void;
};

/** One field of a server, by its translated name and by that of the manuals. */
export const FormField = (props: FieldProps) => {
  const { name, written, problems, onWrite, onFix } = props;
  const { label, hint, examples = [] } = fieldWords[name];
  const id = fieldId(name);
  const isRequired = requiredFields.includes(name);
  const useDefault = () => {
    onWrite(undefined);
    document.getElementById(id)?.focus();
  };
  return (
    <div class="form-field">
      <label for={id}>
        <span>{text(label)}</span>
        <code>{name}</code>
        {isRequired && <span class="hint">{text('formRequired')}</span>}
      </label>
      {fieldChoices[name] ? <FormChoice {...props} /> : <FormText {...props} />}
      <p id={`${id}-hint`} class="hint">
        {text(hint)}
        {examples.map((example) => (
          <code key={example}>{example}</code>
        ))}
      </p>
      <div id={`${id}-problems`} class="field-problems">
        {problems.map((problem) => (
          <FieldProblem key={`${problem.offset} ${problem.code}`} problem={problem} onFix={onFix} />
        ))}
      </div>
      {written && !isRequired && (
        <button
          type="button"
          class="quiet"
          aria-label={`${text('formUseDefault')}: ${text(label)}`}
          onClick={useDefault}
        >
          {text('formUseDefault')}
        </button>
      )}
    </div>
  );
};

const FieldProblem = ({ problem, onFix }: { problem: Problem; onFix: (problem: Problem) => void }) => {
  const { message, expected, fix } = problemWords(problem);
  const severity = text(problem.severity === 'error' ? 'problemError' : 'problemWarning');
  return (
    <p class={`field-problem ${problem.severity}`}>
      <strong>{severity}</strong>
      <span>{message}</span>
      <span class="hint">
        {text('problemExpected')} {expected}
      </span>
      {problem.fix && (
        <button type="button" class="quiet" onClick={() => onFix(problem)}>
          {fix}
        </button>
      )}
    </p>
  );
};
