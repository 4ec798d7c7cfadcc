import type { Dialled, Step } from '../core/dial/dialled';
import { whySentence } from '../ui/reason-words';
import { text } from '../ui/text';
import { ruleWords } from './rule-words';
import { stepSentence } from './step-words';

const mostShown = 1_000;

/** Each number with its result, and below it the way there. */
export const TesterTable = ({ results }: { results: readonly Dialled[] }) => {
  const further = results.length - mostShown;
  return (
    <>
      <table class="results">
        <thead>
          <tr>
            <th scope="col">{text('testerTyped')}</th>
            <th scope="col">{text('testerSent')}</th>
            <th scope="col">{text('testerWhy')}</th>
          </tr>
        </thead>
        {results.slice(0, mostShown).map((dialled, place) => (
          // Numbers may be there twice, so only the place tells them apart.
          <Result key={place} dialled={dialled} />
        ))}
      </table>
      {further > 0 && <p class="hint">{text('testerFurther', String(further))}</p>}
    </>
  );
};

const Result = ({ dialled }: { dialled: Dialled }) => (
  <tbody class={dialled.emergency ? 'emergency-row' : undefined}>
    <tr>
      <th scope="row" dir="ltr">
        {dialled.typed}
      </th>
      <td dir="ltr">
        {dialled.sent !== '' && <code>{dialled.sent}</code>}
        {dialled.dtmf !== '' && <span class="then"> {text('previewTones', dialled.dtmf)}</span>}
      </td>
      <td>{whySentence(dialled)}</td>
    </tr>
    <tr class="trace">
      <td colSpan={3}>
        <ol>
          {dialled.steps.map((step, place) => (
            <TraceStep key={place} step={step} isJoined={dialled.steps[place - 1]?.code === 'prefix'} />
          ))}
        </ol>
      </td>
    </tr>
  </tbody>
);

const TraceStep = ({ step, isJoined }: { step: Step; isJoined: boolean }) => {
  const isPiece = step.code === 'prefix' || step.code === 'number';
  return (
    <li class={isJoined ? 'joined' : undefined}>
      {isPiece ? <code>{step.value}</code> : stepSentence(step)}
      {step.field && <span class="field">{text(ruleWords[step.field].label)}</span>}
    </li>
  );
};
