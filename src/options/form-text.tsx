import type { FieldName } from '../core/profile/field-names';
import type { FieldProps } from './form-field';
import { requiredFields } from './form-words';
import { useTyped } from './use-typed';

/** These mean something when they are empty, so emptying them does not take them away. */
const keptEmpty: readonly FieldName[] = [...requiredFields, 'VoicemailNumber'];

/** A field that is typed in. What applies when it is empty stands in it, greyed. */
export const FormText = ({ name, written, standard, problems, pauseMs, onWrite }: FieldProps) => {
  const id = `field-${name}`;
  const { value, onInput, onBlur } = useTyped(written?.value ?? '', onWrite, pauseMs);
  return (
    <input
      id={id}
      type="text"
      dir="ltr"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      value={value}
      placeholder={standard}
      aria-invalid={problems.some(({ severity }) => severity === 'error')}
      aria-describedby={`${id}-hint ${id}-problems`}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onChange={({ currentTarget }) => {
        if (currentTarget.value === '' && !keptEmpty.includes(name)) onWrite(undefined);
      }}
      onBlur={onBlur}
    />
  );
};
