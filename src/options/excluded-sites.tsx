import { useState } from 'preact/hooks';
import { toHost } from '../core/page-numbers/click-to-call';
import { Note } from '../ui/note';
import { SetByAdministrator } from '../ui/set-by-administrator';
import { text } from '../ui/text';

type Props = {
  hosts: readonly string[];
  byPolicy: readonly string[];
  onChange: (hosts: readonly string[]) => void;
};

/** Hosts on which numbers are never looked for. What is no host stays in the field until it is mended. */
export const ExcludedSites = ({ hosts, byPolicy, onChange }: Props) => {
  const [draft, setDraft] = useState<string>();
  const entries = (draft ?? hosts.join('\n')).split('\n').filter((line) => line.trim() !== '');
  const wrong = entries.find((entry) => toHost(entry) === null);
  const save = () => {
    if (draft === undefined || wrong !== undefined) return;
    onChange([...new Set(entries.flatMap((entry) => toHost(entry) ?? []))]);
    setDraft(undefined);
  };
  return (
    <>
      <label for="excluded-sites">{text('clickToCallExcluded')}</label>
      <textarea
        id="excluded-sites"
        rows={4}
        spellcheck={false}
        value={draft ?? hosts.join('\n')}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
      />
      {wrong !== undefined && <Note tone="bad">{text('clickToCallNotHost', wrong)}</Note>}
      {byPolicy.length > 0 && (
        <p>
          {byPolicy.join(', ')} <SetByAdministrator />
        </p>
      )}
    </>
  );
};
