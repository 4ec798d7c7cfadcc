import type { CallRecord } from '../core/call-record';
import { isAnonymous, partyName } from '../ui/call-sentence';
import { formatDuration } from '../ui/duration';
import { Icon } from '../ui/icons';
import { formatMoment } from '../ui/moment';
import { outcomeIcon, outcomeWord } from '../ui/outcome-word';
import { text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';

type Props = { record: CallRecord; formatNumber: FormatNumber; onCall: () => void };

/** One line of the call log: who, how it went, when and how long. The whole line is the button that calls. */
export const RecentCall = ({ record, formatNumber, onCall }: Props) => {
  const number = formatNumber(record.direction === 'outbound' ? record.typed : record.sent);
  const party = { number, displayName: record.displayName };
  const isNobody = isAnonymous(party);
  return (
    <li data-outcome={record.outcome}>
      <button
        type="button"
        disabled={isNobody}
        title={isNobody ? '' : text('callParty', party.number)}
        onClick={onCall}
      >
        <span class="outcome">
          <Icon name={outcomeIcon(record)} />
        </span>
        <span class="who">
          <strong>{partyName(party)}</strong>
          <span class="outcome-word">{outcomeWord(record)}</span>
          {record.displayName && !isNobody && <span class="number">{party.number}</span>}
        </span>
        <span class="when">
          <time dateTime={new Date(record.startedAt).toISOString()}>
            {formatMoment(record.startedAt, Date.now())}
          </time>
          <TalkTime record={record} />
        </span>
        {!isNobody && <Icon name="handset" />}
      </button>
    </li>
  );
};

const TalkTime = ({ record: { answeredAt, endedAt } }: { record: CallRecord }) => {
  if (answeredAt === null || endedAt === null) return null;
  return (
    <span class="talk-time">
      <span class="unseen">{text('talkTime')} </span>
      {formatDuration((endedAt - answeredAt) / 1000)}
    </span>
  );
};
