import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { FieldName } from '../core/profile/field-names';
import {
  addServer,
  type FormDocument,
  type FormServer,
  readForm,
  removeServer,
} from '../core/profile/form-document';
import type { Problem, Profile } from '../core/profile/profile';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { fieldId } from './form-field';
import { FormServerFields } from './form-server-fields';
import { FormServerPicker, serverName } from './form-server-picker';

/** A field that somebody wants to see, by the number of its server. */
export type FormPlace = { readonly server: number; readonly field: FieldName };

type Props = {
  draft: string;
  problems: readonly Problem[];
  wanted: FormPlace | undefined;
  /** With a word about the change, it can be taken back. */
  onChange: (edit: (text: string) => string, said?: string) => void;
  onFix: (problem: Problem) => void;
  onShowText: () => void;
};

/** The same document for people who do not read JSON: its fields, one server at a time. */
export const ProfileForm = ({ draft, wanted, ...props }: Props) => {
  const form = useMemo(() => readForm(draft), [draft]);
  const [chosen, setChosen] = useState(0);
  useLayoutEffect(() => {
    if (wanted) setChosen(wanted.server);
  }, [wanted]);
  useLayoutEffect(() => {
    if (wanted && wanted.server === chosen) document.getElementById(fieldId(wanted.field))?.focus();
  }, [wanted, chosen]);
  if (!form && draft.trim() !== '') {
    return (
      <Note tone="warning">
        <p>{text('formNotJson')}</p>
        <button type="button" onClick={props.onShowText}>
          {text('formShowText')}
        </button>
      </Note>
    );
  }
  return <Servers {...props} draft={draft} form={form} chosen={chosen} onChoose={setChosen} />;
};

type ServersProps = Omit<Props, 'wanted' | 'onShowText'> & {
  form: FormDocument | null;
  chosen: number;
  onChoose: (server: number) => void;
};

const Servers = ({ draft, form, chosen, problems, onChoose, onChange, onFix }: ServersProps) => {
  const servers = form?.servers ?? [];
  const number = Math.min(chosen, servers.length - 1);
  const server = servers[number];
  const add = (kind: Profile['kind']) => {
    onChange((latest) => addServer(latest, kind));
    const isSame = (one: FormServer) => one.kind === kind;
    // After the last one of its kind, or as the first of a list at the end.
    const last = servers.findLastIndex(isSame);
    onChoose(last < 0 ? servers.length : last + 1);
  };
  const remove = (gone: FormServer) =>
    onChange((latest) => removeServer(latest, gone), text('formRemoved', serverName(gone)));
  return (
    <div class="profile-form">
      {!server && <p>{text(draft.trim() === '' ? 'formEmpty' : 'formNone')}</p>}
      <FormServerPicker
        servers={servers}
        chosen={number}
        problems={problems}
        onChoose={onChoose}
        onAdd={add}
        onRemove={server && (() => remove(server))}
      />
      {server && (
        <FormServerFields
          key={JSON.stringify(server.path)}
          server={server}
          problems={problems}
          size={draft.length}
          onChange={onChange}
          onFix={onFix}
        />
      )}
    </div>
  );
};
