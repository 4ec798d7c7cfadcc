import { type CallFilter, callFilters } from '../core/call-log/filter';
import { Icon } from '../ui/icons';
import { languageTag, type TextKey, text } from '../ui/text';
import type { Wanted } from './use-list';

const labels: Readonly<Record<CallFilter, TextKey>> = {
  all: 'filterAll',
  missed: 'filterMissed',
  inbound: 'filterInbound',
  outbound: 'filterOutbound',
  recorded: 'filterRecorded',
};

type Props = {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  count: number;
  isWhole: boolean;
  /** Some calls were recorded; nobody is offered to look for what there is none of. */
  hasRecorded: boolean;
};

/** Which calls are wanted, and how many there are of them. */
export const ToolBar = ({ wanted, onWanted, count, isWhole, hasRecorded }: Props) => (
  <header class="tool-bar">
    <h1>
      <span class="emblem">
        <Icon name="handset" />
      </span>
      {text('callLogTitle')}
    </h1>
    <search>
      <input
        type="search"
        aria-label={text('callLogSearch')}
        placeholder={text('callLogSearch')}
        value={wanted.query}
        onInput={({ currentTarget }) => onWanted({ ...wanted, query: currentTarget.value })}
      />
    </search>
    <fieldset class="filters">
      <legend class="unseen">{text('callLogFilter')}</legend>
      {callFilters
        .filter((filter) => filter !== 'recorded' || hasRecorded)
        .map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={filter === wanted.filter}
            onClick={() => onWanted({ ...wanted, filter })}
          >
            {text(labels[filter])}
          </button>
        ))}
    </fieldset>
    <p class="count" role="status">
      {isWhole ? text('callLogCount', new Intl.NumberFormat(languageTag()).format(count)) : ''}
    </p>
  </header>
);
