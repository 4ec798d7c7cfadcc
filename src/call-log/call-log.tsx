import { useEffect, useMemo, useState } from 'preact/hooks';
import { isLive } from '../core/call';
import { toCallAgain } from '../core/call-again';
import type { CallLine } from '../core/call-log/call-line';
import { layOut, type RowHeights } from '../core/call-log/lay-out';
import { otherNumber } from '../core/call-record';
import { CallAnnouncer } from '../ui/call-announcer';
import { CallCard } from '../ui/call-card';
import { CallLogStrip } from '../ui/call-log-strip';
import { DialFailed, type DialFailure } from '../ui/dial-failed';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { useMatching, useNamedCalls } from '../ui/use-contact-names';
import { useDialSettings } from '../ui/use-dial-settings';
import { useNumberFormat } from '../ui/use-number-format';
import { CallDetails } from './call-details';
import { ListRow } from './list-row';
import { Overview } from './overview';
import { ToolBar } from './tool-bar';
import { UndoBar } from './undo-bar';
import { useDeletion } from './use-deletion';
import { type CallList, useList, type Wanted } from './use-list';
import { type ReadLog, useLog } from './use-log';
import { useMissedSeen } from './use-missed-seen';
import { useNamedSo } from './use-named-so';
import { useNames } from './use-names';
import { useRecord } from './use-record';
import { VirtualList } from './virtual-list';

type Props = { state: PageState; intents: Intents; first: Promise<readonly CallLine[]> };
const unread: ReadLog = { portions: [], version: 0, isWhole: false, failed: false };

/** Every call that there was, and what can be done with it. */
export const CallLog = ({ state, intents, first }: Props) => {
  const { rules } = useDialSettings(state);
  const matching = useMatching(state);
  const calls = useNamedCalls(state.snapshot.calls, matching);
  const read = useLog(first);
  const formatNumber = useNumberFormat(rules, read !== undefined);
  const nameOf = useNames(matching);
  const [wanted, setWanted] = useState<Wanted>({ filter: 'all', query: '' });
  const namedSo = useNamedSo(wanted.query, matching);
  const list = useList(read ?? unread, wanted, { numbering: matching.numbering, namedSo });
  const hasRecorded = useMemo(() => hasAnyRecorded(read ?? unread), [read]);
  const [chosen, setChosen] = useState<string>();
  const [failure, setFailure] = useState<DialFailure>();
  const deletion = useDeletion();
  useMissedSeen(state.missedCount, intents);
  const record = useRecord(chosen, read?.version ?? 0);
  const call = async (one: CallLine) => {
    const result = await intents.dial(toCallAgain(one, rules));
    setFailure(result.ok ? undefined : result.why);
  };
  const row = {
    formatNumber,
    nameOf,
    chosen,
    onChoose: setChosen,
    onCall: (one: CallLine) => void call(one),
  };
  return (
    <>
      <ToolBar
        wanted={wanted}
        onWanted={setWanted}
        count={list.count}
        isWhole={read?.isWhole ?? false}
        hasRecorded={hasRecorded}
      />
      <CallAnnouncer calls={calls} />
      <main>
        <div class="notices">
          {failure && <DialFailed why={failure} />}
          {read?.failed && <Note tone="bad">{text('callLogNotRead')}</Note>}
          <CallLogStrip snapshot={state.snapshot} />
          {deletion.failed && <Note tone="bad">{text('callLogNotChanged')}</Note>}
        </div>
        {record ? (
          <CallDetails
            key={record.id}
            record={record}
            name={nameOf(otherNumber(record))}
            formatNumber={formatNumber}
            onCall={() => void call(record)}
            onDelete={() => void deletion.remove([record])}
            onClose={() => setChosen(undefined)}
          />
        ) : (
          <Overview read={read} deletion={deletion} />
        )}
        {read && <CallRows list={list} read={read} wanted={wanted} row={row} onDelete={deletion.remove} />}
      </main>
      <div class="calls-now">
        {calls.filter(isLive).map((live) => (
          <CallCard key={live.id} call={live} intents={intents} formatNumber={formatNumber} />
        ))}
      </div>
      <UndoBar deletion={deletion} />
    </>
  );
};

type RowProps = Omit<Parameters<typeof ListRow>[0], 'row' | 'onToggle' | 'onDelete'>;
type RowsProps = {
  list: CallList;
  read: ReadLog;
  wanted: Wanted;
  row: RowProps;
  onDelete: (records: readonly CallLine[]) => void;
};

const CallRows = ({ list, read, wanted, row, onDelete }: RowsProps) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const heights = useMemo(rowHeights, []);
  const layout = useMemo(() => layOut(list.days, open, heights), [list, open, heights]);
  // Another search begins at the top again.
  useEffect(() => scrollTo({ top: 0 }), [wanted]);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  if (list.count === 0 && !read.failed) return <p class="empty">{text(emptyKey(read, wanted))}</p>;
  return (
    <VirtualList layout={layout} label={text('callLogList')}>
      {(one) => <ListRow {...row} row={one} onToggle={toggle} onDelete={onDelete} />}
    </VirtualList>
  );
};

function emptyKey({ isWhole }: ReadLog, { filter, query }: Wanted) {
  if (!isWhole) return 'recentReading';
  return filter === 'all' && query === '' ? 'recentEmpty' : 'callLogNothingFound';
}

function hasAnyRecorded({ portions }: ReadLog): boolean {
  return portions.some((lines) => lines.some(({ isRecorded }) => isRecorded));
}

/** As in the style sheet, in CSS pixels: people may have chosen larger letters. */
function rowHeights(): RowHeights {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { day: 3 * rem, person: 4.5 * rem, call: 3.25 * rem };
}
