import { type FormServer, problemsOfServer } from '../core/profile/form-document';
import type { Problem, Profile } from '../core/profile/profile';
import { text } from '../ui/text';

const kinds = { 'ip-office': 'summaryIpOffice', aura: 'summaryAura' } as const;

export function serverName({ fields }: FormServer): string {
  return fields.get('Name')?.value.trim() || text('formNameless');
}

type Props = {
  servers: readonly FormServer[];
  chosen: number;
  problems: readonly Problem[];
  onChoose: (server: number) => void;
  onAdd: (kind: Profile['kind']) => void;
  onRemove: (() => void) | undefined;
};

/** Which server of the document is shown, and the buttons for one more and one less. */
export const FormServerPicker = ({ servers, chosen, problems, onChoose, onAdd, onRemove }: Props) => (
  <div class="form-servers">
    {servers.length > 0 && (
      <label>
        {text('formServer')}
        <select
          value={String(chosen)}
          onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
        >
          {servers.map((server, index) => (
            <option key={JSON.stringify(server.path)} value={String(index)}>
              {optionText(server, index, problemsOfServer(problems, server).length)}
            </option>
          ))}
        </select>
      </label>
    )}
    <div class="buttons">
      {(['ip-office', 'aura'] as const).map((kind) => (
        <button key={kind} type="button" onClick={() => onAdd(kind)}>
          {text('formAdd', text(kinds[kind]))}
        </button>
      ))}
      {onRemove && (
        <button type="button" class="danger" onClick={onRemove}>
          {text('formRemove')}
        </button>
      )}
    </div>
  </div>
);

function optionText(server: FormServer, index: number, count: number): string {
  const name = text('formOption', String(index + 1), serverName(server), text(kinds[server.kind]));
  return count === 0 ? name : text('formOptionProblems', name, String(count));
}
