import { useEffect, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import type { Intents } from '../ui/intents';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { useCallRecords } from '../ui/use-call-records';
import type { FormatNumber } from '../ui/use-number-format';
import { DialFailed, type DialFailure } from './dial-failed';
import type { Draft } from './draft';
import { RecentCall } from './recent-call';
import { draftToCallAgain } from './redial';

const page = 30;

type Props = { state: PageState; intents: Intents; rules: DialRules | null; formatNumber: FormatNumber };

/** The call log, newest first; a click calls again. */
export const RecentCalls = ({ state, intents, rules, formatNumber }: Props) => {
  const [shown, setShown] = useState(page);
  const [failure, setFailure] = useState<DialFailure>();
  // One more than is shown tells whether there are older ones.
  const records = useCallRecords(state.snapshot.calls, shown + 1);
  useEffect(() => {
    if (state.missedCount > 0) intents.missedSeen();
  }, [state.missedCount, intents]);
  if (!records) return <p class="empty">{text('recentReading')}</p>;
  if (records.length === 0) return <p class="empty">{text('recentEmpty')}</p>;
  const call = async (draft: Draft) => {
    const result = await intents.dial(draft);
    setFailure(result.ok ? undefined : result.why);
  };
  return (
    <>
      {failure && <DialFailed why={failure} />}
      <ul class="recent">
        {records.slice(0, shown).map((record) => (
          <RecentCall
            key={record.id}
            record={record}
            formatNumber={formatNumber}
            onCall={() => void call(draftToCallAgain(record, rules))}
          />
        ))}
      </ul>
      {records.length > shown && (
        <button type="button" class="quiet more" onClick={() => setShown(shown + page)}>
          {text('recentMore')}
        </button>
      )}
    </>
  );
};
