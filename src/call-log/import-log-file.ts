import { log } from '../platform/log';
import { type TextKey, text } from '../ui/text';
import { doBeside, type Imported, type LogProgress } from './log-job';

const mostFileMegabytes = 100;

/** Takes in all calls of a file that we once wrote, but for those that are in the log already; or none, and says why. */
export async function importLogFile(
  file: File,
  onProgress: (progress: LogProgress) => void,
): Promise<Imported> {
  // Not even read, so that it cannot fill the memory.
  if (file.size > mostFileMegabytes * 1024 * 1024) return { ok: false, why: 'too-large' };
  try {
    const imported = await doBeside({ kind: 'import', file }, onProgress);
    if (imported.ok) log.info('calls imported', { calls: imported.ids.length });
    else log.warn('calls not imported', { why: imported.why });
    return imported;
  } catch (error) {
    log.error('calls not imported', { why: String(error) });
    return { ok: false, why: 'not-written' };
  }
}

const problems: Readonly<Record<Extract<Imported, { ok: false }>['why'], TextKey>> = {
  'too-large': 'callsTooLarge',
  'not-json': 'callsNotJson',
  'not-ours': 'callsNotOurs',
  newer: 'callsNewer',
  'bad-call': 'callsBadCall',
  unreadable: 'callsUnreadable',
  'storage-full': 'callsStorageFull',
  'not-written': 'callLogNotChanged',
};

/** What became of the file, for people to read. */
export function importedSentence(imported: Imported): string {
  if (imported.ok)
    return text('callsImported', imported.ids.length.toLocaleString(), imported.known.toLocaleString());
  if (imported.why === 'bad-call')
    return text('callsBadCall', imported.call.toLocaleString(), imported.field);
  if (imported.why === 'too-large') return text('callsTooLarge', String(mostFileMegabytes));
  return text(problems[imported.why]);
}
