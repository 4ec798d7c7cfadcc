import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { tellCallLogChanged } from '../store/call-log-news';
import { writeCallNote } from '../store/change-call-log';
import { text } from '../ui/text';

const restMs = 500;
const longestNote = 10_000;

/** What the person wants to remember of a call. It is kept as it is written; there is nothing to press. */
export const NoteField = ({ record }: { record: CallRecord }) => {
  const [draft, setDraft] = useState(record.note);
  const [isFailed, setFailed] = useState(false);
  const { id } = record;
  const isUntold = useRef(false);
  const write = (note: string) => {
    setDraft(note);
    isUntold.current = true;
    // At once, since the page may be closed after any key.
    writeCallNote(id, note)
      .then(() => setFailed(false))
      .catch((error) => {
        log.error('note not written', { why: String(error) });
        setFailed(true);
      });
  };
  const tell = () => {
    if (!isUntold.current) return;
    isUntold.current = false;
    tellCallLogChanged([id]);
  };
  useEffect(() => {
    // The list is sorted again for it, which is not for every key.
    const timer = setTimeout(tell, restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  // Whoever goes on to another call finds the note when coming back.
  useEffect(() => tell, []);
  return (
    <label class="note-field">
      {text('note')}
      <textarea
        rows={4}
        maxLength={longestNote}
        value={draft}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <span class="hint" role="status">
        {isFailed ? text('callLogNotChanged') : ''}
      </span>
    </label>
  );
};
