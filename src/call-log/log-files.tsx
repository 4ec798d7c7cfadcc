import { useState } from 'preact/hooks';
import { log } from '../platform/log';
import { readAllCallRecords } from '../store/call-log';
import { Note } from '../ui/note';
import { saveText } from '../ui/save-text';
import { text } from '../ui/text';
import { type Imported, importedSentence, importLogFile } from './import-log-file';
import type { Deletion } from './use-deletion';

/** The log as a file, out and in, and all of it away. */
export const LogFiles = ({ isWhole, deletion }: { isWhole: boolean; deletion: Deletion }) => {
  const [imported, setImported] = useState<Imported>();
  const [isBusy, setBusy] = useState(false);
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const open = (file: File | undefined) =>
    file &&
    during(async () => {
      setImported(undefined);
      setImported(await importLogFile(file));
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
      {imported && <Note tone={imported.ok ? 'good' : 'bad'}>{importedSentence(imported)}</Note>}
    </section>
  );
};

async function save(kind: 'csv' | 'json'): Promise<void> {
  const records = await readAllCallRecords();
  const { writeCallsCsv, writeCallsJson } = await import('../core/call-log/write-calls');
  const name = `offhook-calls-${new Date().toISOString().slice(0, 10)}.${kind}`;
  if (kind === 'csv') saveText(name, writeCallsCsv(records), 'text/csv');
  else saveText(name, writeCallsJson(records, Date.now()), 'application/json');
  log.info('calls exported', { kind, calls: records.length });
}
