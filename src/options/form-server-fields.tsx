import { FIELDS, type FieldName } from '../core/profile/field-names';
import { type FormServer, problemsOfField, writeField } from '../core/profile/form-document';
import type { Problem } from '../core/profile/profile';
import type { TextKey } from '../ui/text';
import { text } from '../ui/text';
import { FormField } from './form-field';
import { groupHeadings } from './form-words';
import { standardWords } from './standard-words';

type Props = {
  server: FormServer;
  problems: readonly Problem[];
  /** Of the document, in characters. */
  size: number;
  onChange: (edit: (text: string) => string) => void;
  onFix: (problem: Problem) => void;
};

/** Every field of one server, in groups. */
export const FormServerFields = ({ server, problems, size, onChange, onFix }: Props) => {
  const standard = standardWords(server);
  return (
    <>
      {groups.map(({ heading, names }) => (
        <fieldset key={heading}>
          <legend>{text(heading)}</legend>
          {names.map((name) => (
            <FormField
              key={name}
              name={name}
              written={server.fields.get(name)}
              standard={standard(name)}
              problems={problemsOfField(problems, server, name)}
              // Up to there, writing and reading takes less than a frame.
              pauseMs={size < 32_000 ? 0 : 250}
              onWrite={(value) => onChange((latest) => writeField(latest, server, name, value))}
              onFix={onFix}
            />
          ))}
        </fieldset>
      ))}
      {server.unknown.length > 0 && (
        <p class="hint">{text('formUnknown', server.unknown.slice(0, 20).join(', '))}</p>
      )}
    </>
  );
};

const groups: readonly { heading: TextKey; names: readonly FieldName[] }[] = toGroups();

function toGroups() {
  const made: { heading: TextKey; names: FieldName[] }[] = [];
  for (const name of FIELDS) {
    const heading = groupHeadings[name];
    if (heading) made.push({ heading, names: [] });
    made.at(-1)?.names.push(name);
  }
  return made;
}
