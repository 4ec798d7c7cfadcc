import type { Problem } from '../core/profile/profile';
import { Icon } from '../ui/icons';
import { text } from '../ui/text';
import { problemWords } from './problem-words';

const mostShown = 100;

type Props = {
  problems: readonly Problem[];
  onShow: (problem: Problem) => void;
  onFix: (problem: Problem) => void;
};

/** Everything that is wrong with a document, in its order; a click leads to the place. */
export const ProblemList = ({ problems, onShow, onFix }: Props) => {
  if (problems.length === 0) return null;
  const further = problems.length - mostShown;
  return (
    <div class="problems">
      <h4>{text('problemsHeading', String(problems.length))}</h4>
      <ol>
        {problems.slice(0, mostShown).map((problem) => (
          <ProblemEntry
            key={`${problem.offset} ${problem.code}`}
            problem={problem}
            onShow={() => onShow(problem)}
            onFix={() => onFix(problem)}
          />
        ))}
      </ol>
      {further > 0 && <p>{text('problemsMore', String(further))}</p>}
    </div>
  );
};

type EntryProps = { problem: Problem; onShow: () => void; onFix: () => void };

const ProblemEntry = ({ problem, onShow, onFix }: EntryProps) => {
  const { message, expected, found, fix } = problemWords(problem);
  return (
    <li class={`problem ${problem.severity}`}>
      <button type="button" class="problem-place" onClick={onShow}>
        <Icon name="warning" />
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
