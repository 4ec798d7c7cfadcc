import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { problemsOf } from '../core/profile/mend';
import { text } from '../ui/text';
import { compareLines } from './changed-lines';
import { DiffTable } from './diff-table';

type Props = { before: string; after: string; onTake: () => void; onClose: () => void };

/** What mending would do to a document, line by line, before it is done. Escape leaves everything as it is. */
export const MendDialog = ({ before, after, onTake, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  // Closing it gives the focus back to where it was before.
  const end = (then: () => void) => {
    dialog.current?.close();
    then();
  };
  const comparison = useMemo(() => compareLines(before, after), [before, after]);
  const left = useMemo(() => problemsOf(after).length, [after]);
  return (
    <dialog ref={dialog} class="mend" aria-labelledby={id} onClose={onClose}>
      <h3 id={id}>{text('mendHeading')}</h3>
      <p>
        {text('mendLines', String(comparison.changed))}
        <br />
        {left === 0 ? text('mendNothingLeft') : text('mendLeft', String(left))}
      </p>
      <DiffTable comparison={comparison} label={text('mendHeading')} />
      <div class="buttons">
        <button type="button" class="primary" onClick={() => end(onTake)}>
          {text('mendTake')}
        </button>
        <button type="button" onClick={() => end(onClose)}>
          {text('cancel')}
        </button>
      </div>
    </dialog>
  );
};
