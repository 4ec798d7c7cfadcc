import { useEffect, useState } from 'preact/hooks';
import { text } from '../ui/text';
import { KeepDays } from './keep-days';
import { LogFiles } from './log-files';
import type { Deletion } from './use-deletion';
import type { ReadLog } from './use-log';
import { WeekPicture } from './week-picture';

/** Beside the list while no call is chosen: the week, and what concerns the log as a whole. Folded away where there is no beside. */
export const Overview = ({ read, deletion }: { read: ReadLog | undefined; deletion: Deletion }) => {
  const [isOpen] = useState(() => matchMedia('(min-width: 60rem)').matches);
  // The list comes first.
  const [isLater, setLater] = useState(false);
  useEffect(() => setLater(read !== undefined), [read === undefined]);
  return (
    <aside class="overview">
      <details open={isOpen}>
        <summary>{text('callLogOverview')}</summary>
        {read && isLater && (
          <>
            <WeekPicture log={read} />
            <LogFiles isWhole={read.isWhole} deletion={deletion} />
            <KeepDays />
          </>
        )}
      </details>
    </aside>
  );
};
