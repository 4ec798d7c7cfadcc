import type { Problem } from '../core/profile/profile';
import { Icon } from '../ui/icons';
import { text } from '../ui/text';
import { problemWords } from './problem-words';

const mostShown = 100;

/** What is wrong with a document that is not open for editing here: each problem with its line. */
export const ProblemLines = ({ problems }: { problems: readonly Problem[] }) => {
  if (problems.length === 0) return null;
  const further = problems.length - mostShown;
  return (
    <>
      <ol class="problem-lines">
        {problems.slice(0, mostShown).map((problem, place) => (
          // Two problems may be at one place, so only their order tells them apart.
          <Line key={place} problem={problem} />
        ))}
      </ol>
      {further > 0 && <p class="hint">{text('problemsMore', String(further))}</p>}
    </>
  );
};

const Line = ({ problem }: { problem: Problem }) => {
  const { severity, file, line, path } = problem;
  const { message, expected, found } = problemWords(problem);
  return (
    <li class={`problem ${severity}`}>
      <p class="problem-place">
        <Icon name={severity === 'error' ? 'cross' : 'warning'} />
        <strong>{text(severity === 'error' ? 'problemError' : 'problemWarning')}</strong>
        <span>{file ? text('problemInFile', file, String(line)) : text('problemInLine', String(line))}</span>
        {path && <code>{path}</code>}
      </p>
      <p>{message}</p>
      <dl>
        <dt>{text('problemExpected')}</dt>
        <dd>{expected}</dd>
        <dt>{text('problemFound')}</dt>
        <dd>{found}</dd>
      </dl>
    </li>
  );
};
