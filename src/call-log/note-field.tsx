import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallRecord } from '../core/call-record';
import { log } from '../platform/log';
import { writeCallNote } from '../store/change-call-log';
import { text } from '../ui/text';

const restMs = 500;
const longestNote = 10_000;

/** What the person wants to remember of a call. It is kept as it is written; there is nothing to press. */
export const NoteField = ({ record }: { record: CallRecord }) => {
  const [draft, setDraft] = useState(record.note);
  const [state, setState] = useState<'kept' | 'writing' | 'failed'>('kept');
  const unwritten = useRef<string | undefined>(undefined);
  const write = async () => {
    const note = unwritten.current;
    if (note === undefined) return;
    unwritten.current = undefined;
    try {
      await writeCallNote(record.id, note);
      setState('kept');
    } catch (error) {
      log.error('note not written', { why: String(error) });
      setState('failed');
    }
  };
  useEffect(() => {
    const timer = setTimeout(() => void write(), restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  // Whoever goes on to the next call, or closes the page, does not wait.
  useEffect(() => {
    const leave = () => void write();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <label class="note-field">
      {text('note')}
      <textarea
        rows={4}
        maxLength={longestNote}
        value={draft}
        onInput={({ currentTarget }) => {
          unwritten.current = currentTarget.value;
          setState('writing');
          setDraft(currentTarget.value);
        }}
      />
      <span class="hint" role="status">
        {state === 'failed' ? text('callLogNotChanged') : ''}
      </span>
    </label>
  );
};
