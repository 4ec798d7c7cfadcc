import { useState } from 'preact/hooks';
import { log } from '../platform/log';
import { Note } from '../ui/note';
import { saveFile } from '../ui/save-text';
import { text } from '../ui/text';
import { importedSentence, importLogFile } from './import-log-file';
import { doBeside, type Imported, type LogProgress } from './log-job';
import type { Deletion } from './use-deletion';

/** The log as a file, out and in, and all of it away. */
export const LogFiles = ({ isWhole, deletion }: { isWhole: boolean; deletion: Deletion }) => {
  const [imported, setImported] = useState<Imported>();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailed(false);
    try {
      await work();
    } catch (error) {
      log.error('call log not changed', { why: String(error) });
      setFailed(true);
    }
    setBusy(false);
  };
  const [progress, setProgress] = useState<LogProgress>();
  const open = (file: File | undefined) =>
    file &&
    during(async () => {
      setImported(undefined);
      setImported(await importLogFile(file, setProgress));
      setProgress(undefined);
    });
  const takeBack = (ids: readonly string[]) =>
    during(async () => {
      await doBeside({ kind: 'takeBack', ids });
      setImported(undefined);
    });
  return (
    <section class="log-files">
      <div class="buttons">
        <button type="button" disabled={isBusy} onClick={() => void during(() => save('csv'))}>
          {text('callsExportCsv')}
        </button>
        <button type="button" disabled={isBusy} onClick={() => void during(() => save('json'))}>
          {text('callsExportJson')}
        </button>
        <label class="button">
          {text('callsImport')}
          <input
            class="unseen"
            type="file"
            accept=".json,application/json"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              void open(currentTarget.files?.[0]);
              // The same file may be chosen again when it has been mended.
              currentTarget.value = '';
            }}
          />
        </label>
        <button
          type="button"
          class="danger"
          disabled={isBusy || !isWhole}
          onClick={() => void deletion.removeAll()}
        >
          {text('deleteAllCalls')}
        </button>
      </div>
      {progress && (
        <label class="progress">
          {text('callsImporting')}
          <progress {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})} />
        </label>
      )}
      {failed && <Note tone="bad">{text('callLogNotChanged')}</Note>}
      {imported && <Note tone={imported.ok ? 'good' : 'bad'}>{importedSentence(imported)}</Note>}
      {imported?.ok && imported.ids.length > 0 && (
        <button type="button" disabled={isBusy} onClick={() => void takeBack(imported.ids)}>
          {text('undo')}
        </button>
      )}
    </section>
  );
};

async function save(format: 'csv' | 'json'): Promise<void> {
  const { file, calls } = await doBeside({ kind: 'export', format, now: Date.now() });
  saveFile(`offhook-calls-${new Date().toISOString().slice(0, 10)}.${format}`, file);
  log.info('calls exported', { format, calls });
}
