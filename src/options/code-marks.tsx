import { type Mark, markedLines, stretchesOf } from './marked-lines';
import type { FieldView } from './use-field-view';

/** Lines above and below what is to be seen, so that a little scrolling finds them there. */
const MORE_LINES = 12;

type Props = { draft: string; starts: readonly number[]; marks: readonly Mark[]; view: FieldView };

/**
 * What lies beneath a text field: the numbers of its lines, and the same text, unseen, with its problems underlined.
 * Only the lines in view are there, however many the document has.
 */
export const CodeMarks = ({ draft, starts, marks, view }: Props) => {
  const first = Math.max(0, Math.floor(view.top / view.lineHeight) - MORE_LINES);
  const last = Math.min(starts.length, Math.ceil((view.top + view.height) / view.lineHeight) + MORE_LINES);
  const lines = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  const severities = markedLines(starts, marks);
  const top = first * view.lineHeight - view.top;
  const lineHeight = `${view.lineHeight}px`;
  return (
    <>
      <div class="code-numbers" aria-hidden="true" style={{ '--digits': `${String(starts.length).length}` }}>
        <div style={{ transform: `translateY(${top}px)`, lineHeight }}>
          {lines.map((line) => (
            <div key={line} class={severities.get(line)}>
              {line + 1}
            </div>
          ))}
        </div>
      </div>
      <div class="code-marks" aria-hidden="true">
        <div style={{ transform: `translate(${-view.left}px, ${top}px)`, lineHeight }}>
          {lines.map((line) => (
            <MarkedLine
              key={line}
              line={textOf(draft, starts, line)}
              start={starts[line] ?? 0}
              marks={marks}
            />
          ))}
        </div>
      </div>
    </>
  );
};

function textOf(draft: string, starts: readonly number[], line: number): string {
  const next = starts[line + 1];
  return draft.slice(starts[line] ?? 0, next === undefined ? undefined : next - 1);
}

const MarkedLine = ({ line, start, marks }: { line: string; start: number; marks: readonly Mark[] }) => (
  <div class="code-line">
    {stretchesOf(line, start, marks).map(({ text, severity, isPoint }, index) => (
      <span key={`${index} ${severity}`} class={severity && `marked ${severity}${isPoint ? ' point' : ''}`}>
        {text}
      </span>
    ))}
  </div>
);
