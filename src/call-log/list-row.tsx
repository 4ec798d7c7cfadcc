import type { CallLine } from '../core/call-log/call-line';
import type { Row } from '../core/call-log/lay-out';
import { otherNumber } from '../core/call-record';
import { isAnonymous, partyName } from '../ui/call-sentence';
import { formatDuration } from '../ui/duration';
import { Icon } from '../ui/icons';
import { outcomeIcon, outcomeWord } from '../ui/outcome-word';
import { text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';
import { formatDay, formatTime } from './day-word';

type Props = {
  row: Row;
  formatNumber: FormatNumber;
  nameOf: (number: string) => string;
  /** The id of the record that is shown beside the list. */
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onCall: (record: CallLine) => void;
  onToggle: (rowId: string) => void;
  onDelete: (records: readonly CallLine[]) => void;
};

/** One line of the list: a day, a person with one or more calls on it, or one of these calls. */
export const ListRow = (props: Props) => {
  const { row } = props;
  if (row.kind === 'day') return <h2>{formatDay(row.start, Date.now())}</h2>;
  if (row.kind === 'call') return <OneCall {...props} record={row.record} />;
  return <Person {...props} row={row} />;
};

type PersonProps = Props & { row: Extract<Row, { kind: 'person' }> };

const Person = ({ row, formatNumber, nameOf, chosen, onChoose, onCall, onToggle, onDelete }: PersonProps) => {
  const { records } = row.person;
  const [newest] = records;
  if (!newest) return null;
  const isOne = records.length === 1;
  const number = otherNumber(newest);
  const party = { number: formatNumber(number), displayName: nameOf(number) || newest.displayName };
  const name = partyName(party);
  return (
    <div class="line" data-outcome={newest.outcome} data-chosen={isOne && newest.id === chosen}>
      <button
        type="button"
        class="about"
        {...(isOne ? { 'aria-pressed': newest.id === chosen } : { 'aria-expanded': row.isOpen })}
        onClick={() => (isOne ? onChoose(newest.id) : onToggle(row.id))}
      >
        <span class="outcome">
          <Icon name={outcomeIcon(newest)} />
        </span>
        <span class="who">
          <strong>
            {name}
            {!isOne && <span class="times">{text('callsOfPerson', String(records.length))}</span>}
          </strong>
          <span class="what">
            <span class="outcome-word">{outcomeWord(newest)}</span>
            {party.displayName && !isAnonymous(party) && <span class="number">{party.number}</span>}
            {newest.note && <span class="has-note">{newest.note}</span>}
          </span>
        </span>
        <When record={newest} />
      </button>
      {!isAnonymous(party) && (
        <button
          type="button"
          class="icon-button call-it"
          aria-label={text('callParty', name)}
          onClick={() => onCall(newest)}
        >
          <Icon name="handset" />
        </button>
      )}
      <button
        type="button"
        class="icon-button delete-it"
        aria-label={text(isOne ? 'deleteCall' : 'deleteCallsOf', name)}
        onClick={() => onDelete(records)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
};

const OneCall = ({ record, chosen, onChoose }: Props & { record: CallLine }) => (
  <div class="line" data-outcome={record.outcome} data-chosen={record.id === chosen}>
    <button
      type="button"
      class="about"
      aria-pressed={record.id === chosen}
      onClick={() => onChoose(record.id)}
    >
      <span class="outcome">
        <Icon name={outcomeIcon(record)} />
      </span>
      <span class="who">
        <span class="what">
          <span class="outcome-word">{outcomeWord(record)}</span>
          {record.note && <span class="has-note">{record.note}</span>}
        </span>
      </span>
      <When record={record} />
    </button>
  </div>
);

const When = ({ record: { startedAt, answeredAt, endedAt } }: { record: CallLine }) => (
  <span class="when">
    <time dateTime={new Date(startedAt).toISOString()}>{formatTime(startedAt)}</time>
    {answeredAt !== null && endedAt !== null && (
      <span class="talk-time">
        <span class="unseen">{text('talkTime')} </span>
        {formatDuration((endedAt - answeredAt) / 1000)}
      </span>
    )}
  </span>
);
