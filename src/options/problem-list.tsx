import { useState } from 'preact/hooks';
import type { Problem } from '../core/profile/profile';
import { Icon } from '../ui/icons';
import { text } from '../ui/text';
import { problemWords } from './problem-words';

/** More than anyone reads, and as many as can be drawn while somebody types. */
const MOST_SHOWN = 100;

type Props = {
  /** Of the heading, which says how many problems there are. */
  id: string;
  problems: readonly Problem[];
  onShow: (problem: Problem) => void;
  onFix: (problem: Problem) => void;
  /** Undefined when nothing can be mended by itself. */
  onMend: (() => void) | undefined;
};

/** Everything that is wrong with a document, in its order; a click leads to the place. */
export const ProblemList = ({ id, problems, onShow, onFix, onMend }: Props) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, MOST_SHOWN);
  const further = problems.length - shown.length;
  return (
    <div class="problems">
      <div class="problems-heading">
        <h4 id={id} aria-live="polite">
          {text('problemsHeading', String(problems.length))}
        </h4>
        {onMend && (
          <button type="button" class="mend-all" onClick={onMend}>
            {text('mendAll', String(problems.filter(({ fix }) => fix).length))}
          </button>
        )}
      </div>
      <ol>
        {shown.map((problem, index) => (
          <ProblemEntry
            key={`${index} ${problem.code}`}
            problem={problem}
            onShow={() => onShow(problem)}
            onFix={() => onFix(problem)}
          />
        ))}
      </ol>
      {further > 0 && (
        <>
          <p>{text('problemsMore', String(further))}</p>
          <button type="button" onClick={() => setWhole(true)}>
            {text('problemsAll', String(problems.length))}
          </button>
        </>
      )}
    </div>
  );
};

type EntryProps = { problem: Problem; onShow: () => void; onFix: () => void };

const ProblemEntry = ({ problem, onShow, onFix }: EntryProps) => {
  const { message, expected, found, fix } = problemWords(problem);
  return (
    <li class={`problem ${problem.severity}`}>
      <button type="button" class="problem-place" onClick={onShow}>
        <Icon name={problem.severity === 'error' ? 'cross' : 'warning'} />
        <strong>{text(problem.severity === 'error' ? 'problemError' : 'problemWarning')}</strong>
        <span>{text('problemPlace', String(problem.line), String(problem.column))}</span>
        {problem.path && <code>{problem.path}</code>}
      </button>
      <p>{message}</p>
      <dl>
        <dt>{text('problemExpected')}</dt>
        <dd>{expected}</dd>
        <dt>{text('problemFound')}</dt>
        <dd>{found}</dd>
      </dl>
      {problem.fix && (
        <button type="button" class="quiet" onClick={onFix}>
          {fix}
        </button>
      )}
    </li>
  );
};
