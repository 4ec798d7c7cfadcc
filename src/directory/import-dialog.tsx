import { useEffect, useRef, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import type { CsvDialect } from '../core/directory/files/csv-dialect';
import type { Column } from '../core/directory/files/read-csv';
import type { Imported } from '../store/import-contacts';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { Dialog } from './dialog';
import { refusalSentence } from './file-words';
import { ImportPreview } from './import-preview';
import { ImportReport } from './import-report';
import type { LastChange } from './use-changes';
import type { Opened, WorkProgress } from './work';
import type { Workbench } from './workbench';

type Props = {
  bench: Workbench;
  rules: DialRules | null;
  /** What was dropped on the page. */
  file: File | null;
  onDone: (change: LastChange) => void;
  onClose: () => void;
};

type Step =
  | { at: 'choose' }
  | { at: 'reading' }
  | { at: 'opened'; file: File; opened: Opened }
  | { at: 'importing'; progress: WorkProgress }
  | { at: 'done'; imported: Imported }
  | { at: 'failed' };

/** A file becomes contacts: chosen, looked at, imported, told of. Until the last moment nothing has changed. */
export const ImportDialog = ({ bench, rules, file, onDone, onClose }: Props) => {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const failed = () => setStep({ at: 'failed' });
  const open = async (chosen: File, dialect?: CsvDialect) => {
    setStep({ at: 'reading' });
    try {
      const opened = await bench.ask('open', { file: chosen, ...(dialect && { dialect }) }, { rules });
      setStep({ at: 'opened', file: chosen, opened });
    } catch {
      failed();
    }
  };
  const run = async (columns: readonly Column[] | null) => {
    setStep({ at: 'importing', progress: { step: 'people', done: 0, total: 0 } });
    try {
      const onProgress = (progress: WorkProgress) => setStep({ at: 'importing', progress });
      const imported = await bench.ask('import', { columns }, { rules, onProgress });
      if (imported.ok) onDone({ undoId: imported.undoId, kind: 'import', count: imported.count });
      setStep({ at: 'done', imported });
    } catch {
      failed();
    }
  };
  useEffect(() => {
    if (file) void open(file);
  }, [file]);
  return (
    <Dialog heading={text('importFile')} onClose={onClose}>
      {step.at === 'choose' && <Chooser onChoose={open} />}
      {step.at === 'reading' && <p role="status">{text('fileReading')}</p>}
      {step.at === 'failed' && <Note tone="bad">{text('importStopped')}</Note>}
      {step.at === 'opened' && !step.opened.ok && (
        <>
          <Note tone="bad">{refusalSentence(step.opened)}</Note>
          <Chooser onChoose={open} />
        </>
      )}
      {step.at === 'opened' && step.opened.ok && (
        <ImportPreview
          bench={bench}
          rules={rules}
          opened={step.opened}
          onDialect={(dialect) => void open(step.file, dialect)}
          onImport={(columns) => void run(columns)}
        />
      )}
      {step.at === 'importing' && <Progress progress={step.progress} onStop={() => bench.stop()} />}
      {step.at === 'done' && <ImportReport imported={step.imported} onClose={onClose} />}
    </Dialog>
  );
};

const Chooser = ({ onChoose }: { onChoose: (file: File) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="chooser">
      <p>{text('importHint')}</p>
      <label class="button">
        {text('fileChoose')}
        <input
          ref={input}
          class="unseen"
          type="file"
          accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard"
          onChange={() => {
            const [file] = input.current?.files ?? [];
            if (file) onChoose(file);
          }}
        />
      </label>
    </div>
  );
};

const Progress = ({ progress, onStop }: { progress: WorkProgress; onStop: () => void }) => {
  const { step, done, total } = progress;
  const label = text(step === 'people' ? 'importingPeople' : 'importingIndex');
  return (
    <div class="progress">
      <label>
        {label}
        <progress {...(total > 0 ? { value: done, max: total } : {})} />
      </label>
      <button type="button" onClick={onStop}>
        {text('cancel')}
      </button>
    </div>
  );
};
