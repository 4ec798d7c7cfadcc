import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useMemo } from 'preact/hooks';
import { text } from '../ui/text';
import { CodeMarks } from './code-marks';
import { lineStarts, type Mark } from './marked-lines';
import { rewriteField } from './rewrite-field';
import { useFieldView } from './use-field-view';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  draft: string;
  /** At their places in `draft`. */
  marks: readonly Mark[];
  isRefused: boolean;
  isHidden: boolean;
  /** The id of what sums up the problems. */
  describedBy: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
  onStep: (by: 1 | -1) => void;
};

/**
 * The document as text, with numbered lines and each problem underlined. It is the browser's own text field, with its
 * undo and all that screen readers and input methods know of it; what it cannot show lies beneath it.
 */
export const CodeField = ({ field, draft, marks, onText, onFile, onStep, ...props }: Props) => {
  const id = useId();
  const starts = useMemo(() => lineStarts(draft), [draft]);
  const { view, measure } = useFieldView(field, starts.length);
  useLayoutEffect(() => {
    if (field.current && !props.isHidden) rewriteField(field.current, draft);
    measure();
  }, [field, draft, props.isHidden, measure]);
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div class="code-field" hidden={props.isHidden}>
      <label for={id}>{text('profileText')}</label>
      <div class="code">
        <CodeMarks draft={draft} starts={starts} marks={marks} view={view} />
        <textarea
          ref={field}
          id={id}
          wrap="off"
          dir="ltr"
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={props.isRefused}
          aria-describedby={`${props.describedBy} ${id}-keys`}
          onInput={(event) => onText(event.currentTarget.value)}
          onScroll={measure}
          onKeyDown={step}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        />
      </div>
      <p id={`${id}-keys`} class="hint">
        {text('profileKeys')}
      </p>
    </div>
  );
};
