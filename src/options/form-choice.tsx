import { text } from '../ui/text';
import type { FieldProps } from './form-field';
import { fieldChoices } from './form-words';

/** A field with a few values. What is written and none of them stays as it is until another one is chosen. */
export const FormChoice = ({ name, written, standard, problems, onWrite }: FieldProps) => {
  const id = `field-${name}`;
  const choices = fieldChoices[name] ?? [];
  const value = written?.value ?? '';
  const isOther = written !== undefined && choices.every((choice) => choice.value !== value);
  const choose = (chosen: string) => {
    const isFlag = chosen === 'true' || chosen === 'false';
    onWrite(chosen === '' ? undefined : isFlag ? chosen === 'true' : chosen);
  };
  return (
    <select
      id={id}
      aria-invalid={problems.some(({ severity }) => severity === 'error')}
      aria-describedby={`${id}-hint ${id}-problems`}
      value={isOther ? 'other' : value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">{text('formDefault', standard)}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {typeof choice.label === 'string' ? choice.label : text(choice.label.key)}
        </option>
      ))}
      {isOther && <option value="other">{value}</option>}
    </select>
  );
};
