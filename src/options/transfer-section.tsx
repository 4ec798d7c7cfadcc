import { useState } from 'preact/hooks';
import {
  exportSettings,
  type Imported,
  importSettings,
  type PortableSettings,
} from '../core/settings/portable-settings';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { saveText } from '../ui/save-text';
import { text } from '../ui/text';
import { importSentence } from './import-words';
import { Section } from './section';
import { SettingsFound } from './settings-found';

type Props = {
  state: Pick<PageState, 'account' | 'sources' | 'ownRules'>;
  intents: Pick<Intents, 'importSettings'>;
};
type Step =
  | { readonly kind: 'opened'; readonly file: string; readonly imported: Imported }
  | { readonly kind: 'taken' | 'lost' };

/** The settings out into a file, without secrets, and in again: all of them or none. */
export const TransferSection = ({ state, intents }: Props) => {
  const [step, setStep] = useState<Step>();
  const save = () => saveText('offhook-settings.json', exportSettings(portable(state)), 'application/json');
  const open = async (file: File) => {
    const written = await file.text().catch(() => '');
    setStep({ kind: 'opened', file: file.name, imported: importSettings(written, Date.now()) });
  };
  const use = async (settings: PortableSettings) =>
    setStep({ kind: (await intents.importSettings(settings)) ? 'taken' : 'lost' });
  return (
    <Section id="transfer" heading={text('transferHeading')}>
      <p>{text('transferLead')}</p>
      <div class="buttons">
        <button type="button" onClick={save}>
          {text('transferExport')}
        </button>
        <label class="button">
          {text('transferImport')}
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void open(file);
              // So that the same file, changed, can be opened once more.
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {step?.kind === 'opened' && step.imported.ok && (
        <SettingsFound
          file={step.file}
          settings={step.imported.settings}
          account={state.account}
          onUse={use}
        />
      )}
      {step?.kind === 'opened' && !step.imported.ok && <Refused file={step.file} imported={step.imported} />}
      {step?.kind === 'taken' && <Note tone="good">{text('transferDone')}</Note>}
      {step?.kind === 'lost' && <Note tone="bad">{text('transferLost')}</Note>}
    </Section>
  );
};

const Refused = ({ file, imported }: { file: string; imported: Extract<Imported, { ok: false }> }) => (
  <Note tone="bad">
    <p>{text('transferRefused', file)}</p>
    <ul class="import-problems">
      {imported.problems.slice(0, 20).map((problem, place) => (
        // Two problems may be at one place, so only their order tells them apart.
        <li key={place}>
          {problem.path && <code>{problem.path}</code>} {importSentence(problem)}
        </li>
      ))}
    </ul>
  </Note>
);

/** What is set here, as far as it can be taken along. */
function portable({ account, sources, ownRules }: Props['state']): PortableSettings {
  const { policy: _, ...own } = sources;
  return {
    ...(account ? { account } : {}),
    ...(Object.keys(own).length > 0 ? { sources: own } : {}),
    ...(ownRules ? { ownRules } : {}),
  };
}
