import { readCalls } from '../core/call-log/read-calls';
import { writeCallsCsv, writeCallsJson } from '../core/call-log/write-calls';
import { readAllCallRecords } from '../store/call-log';
import { addCallRecords, deleteCallRecords } from '../store/change-call-log';
import { isStorageFull } from '../store/is-storage-full';
import type { Exported, Imported, LogJob, LogProgress, LogReply } from './log-job';

const reply = (message: LogReply) => postMessage(message);
const tell = (progress: LogProgress) => reply({ progress });

async function doJob(job: LogJob): Promise<unknown> {
  if (job.kind === 'export') return exportCalls(job.format, job.now);
  if (job.kind === 'import') return importCalls(job.file);
  await deleteCallRecords(job.ids);
  return null;
}

/** Takes in all calls of the file but for those that are in the log already, or none. */
async function importCalls(file: Blob): Promise<Imported> {
  tell({ done: 0, total: 0 });
  const text = await file.text().catch(() => null);
  // A folder, or a file that has gone.
  if (text === null) return { ok: false, why: 'unreadable' };
  const read = readCalls(text, (done, total) => tell({ done, total }));
  if (!read.ok) return read;
  tell({ done: 0, total: 0 });
  try {
    const ids = await addCallRecords(read.records);
    return { ok: true, ids, known: read.records.length - ids.length };
  } catch (error) {
    return { ok: false, why: isStorageFull(error) ? 'storage-full' : 'not-written' };
  }
}

async function exportCalls(format: 'csv' | 'json', now: number): Promise<Exported> {
  const records = await readAllCallRecords();
  const text = format === 'csv' ? writeCallsCsv(records) : writeCallsJson(records, now);
  const type = format === 'csv' ? 'text/csv' : 'application/json';
  return { file: new Blob([text], { type }), calls: records.length };
}

addEventListener('message', async ({ data }: MessageEvent<LogJob>) => {
  try {
    reply({ value: await doJob(data) });
  } catch (error) {
    reply({ error: String(error) });
  }
});
