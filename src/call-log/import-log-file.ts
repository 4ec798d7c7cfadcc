import type { CallsProblem } from '../core/call-log/read-calls';
import { log } from '../platform/log';
import { addCallRecords } from '../store/change-call-log';
import { isStorageFull } from '../store/is-storage-full';
import { type TextKey, text } from '../ui/text';

export type Imported =
  | { ok: true; added: number; known: number }
  | ({ ok: false } & (CallsProblem | { why: 'unreadable' | 'storage-full' | 'not-written' }));

const mostFileMegabytes = 100;

/** Takes in all calls of a file that we once wrote, but for those that are in the log already; or none, and says why. */
export async function importLogFile(file: File): Promise<Imported> {
  if (file.size > mostFileMegabytes * 1024 * 1024) return { ok: false, why: 'too-large' };
  const [text, { readCalls }] = await Promise.all([
    file.text().catch(() => null),
    import('../core/call-log/read-calls'),
  ]);
  // A folder, or a file that has gone.
  if (text === null) return { ok: false, why: 'unreadable' };
  const read = readCalls(text);
  if (!read.ok) return read;
  try {
    const { length } = await addCallRecords(read.records);
    log.info('calls imported', { calls: length });
    return { ok: true, added: length, known: read.records.length - length };
  } catch (error) {
    log.error('calls not imported', { why: String(error) });
    return { ok: false, why: isStorageFull(error) ? 'storage-full' : 'not-written' };
  }
}

const problems: Readonly<Record<Exclude<Imported, { ok: true }>['why'], TextKey>> = {
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
    return text('callsImported', imported.added.toLocaleString(), imported.known.toLocaleString());
  if (imported.why === 'bad-call')
    return text('callsBadCall', imported.call.toLocaleString(), imported.field);
  if (imported.why === 'too-large') return text('callsTooLarge', String(mostFileMegabytes));
  return text(problems[imported.why]);
}
