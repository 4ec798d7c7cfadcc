import { useEffect, useState } from 'preact/hooks';
import { toCallAgain } from '../core/call-again';
import { otherNumber } from '../core/call-record';
import type { DialRules } from '../core/dial/rules';
import type { Matching } from '../store/contact-names';
import { DialFailed, type DialFailure } from '../ui/dial-failed';
import type { Intents } from '../ui/intents';
import { openCallLog } from '../ui/open-page';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { useCallRecords } from '../ui/use-call-records';
import { useContactNames } from '../ui/use-contact-names';
import type { FormatNumber } from '../ui/use-number-format';
import type { Draft } from './draft';
import { RecentCall } from './recent-call';

const page = 30;

type Props = {
  state: PageState;
  intents: Intents;
  rules: DialRules | null;
  matching: Matching;
  formatNumber: FormatNumber;
};

/** The call log, newest first; a click calls again. */
export const RecentCalls = ({ state, intents, rules, matching, formatNumber }: Props) => {
  const [shown, setShown] = useState(page);
  const [failure, setFailure] = useState<DialFailure>();
  // One more than is shown tells whether there are older ones.
  const records = useCallRecords(state.snapshot.calls, shown + 1);
  const names = useContactNames((records ?? []).map(otherNumber), matching);
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
            record={{ ...record, displayName: names.get(otherNumber(record)) ?? record.displayName }}
            formatNumber={formatNumber}
            onCall={() => void call(toCallAgain(record, rules))}
          />
        ))}
      </ul>
      <div class="buttons">
        {records.length > shown && (
          <button type="button" class="quiet more" onClick={() => setShown(shown + page)}>
            {text('recentMore')}
          </button>
        )}
        <button type="button" class="quiet" onClick={openCallLog}>
          {text('wholeCallLog')}
        </button>
      </div>
    </>
  );
};
