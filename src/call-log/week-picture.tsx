import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CallLine } from '../core/call-log/call-line';
import { countByDay, type DayCount } from '../core/call-log/week';
import { log as logBook } from '../platform/log';
import { startOfDay } from '../ui/moment';
import { text } from '../ui/text';
import { formatWeekday } from './day-word';
import type { ReadLog } from './use-log';

/** The calls of the last seven days. Who does not see the drawing reads a table. */
export const WeekPicture = ({ log }: { log: ReadLog }) => {
  const place = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => lastDays(7), []);
  const records = useMemo(() => recordsSince(log, starts[0] ?? 0), [log, starts]);
  const counts = JSON.stringify(countByDay(records, starts));
  useEffect(() => {
    const life = new AbortController();
    const days: DayCount[] = JSON.parse(counts);
    // The list is there first; the drawing and its library come when there is time.
    import('./week-plot')
      .then(
        ({ drawWeek }) => place.current && !life.signal.aborted && drawWeek(place.current, days, life.signal),
      )
      .catch((error: Error) => logBook.error('week not drawn', { why: error.message }));
    return () => life.abort();
  }, [counts]);
  return (
    <section class="week">
      <h2>{text('weekHeading')}</h2>
      <p class="legend" aria-hidden="true">
        <span class="answered">{text('weekAnswered')}</span>
        <span class="missed">{text('weekMissed')}</span>
      </p>
      <div ref={place} class="plot" aria-hidden="true" />
      <table class="unseen">
        <caption>{text('weekHeading')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('weekDay')}</th>
            <th scope="col">{text('weekAnswered')}</th>
            <th scope="col">{text('weekMissed')}</th>
          </tr>
        </thead>
        <tbody>
          {countByDay(records, starts).map(({ start, answered, missed }) => (
            <tr key={start}>
              <th scope="row">{formatWeekday(start)}</th>
              <td>{answered}</td>
              <td>{missed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The midnights of today and of the days before, the oldest first. Not all days have 24 hours. */
function lastDays(count: number): number[] {
  const today = new Date(startOfDay(Date.now()));
  return Array.from({ length: count }, (_, at) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - count + 1 + at).getTime(),
  );
}

function recordsSince({ portions }: ReadLog, since: number): CallLine[] {
  const records: CallLine[] = [];
  for (const portion of portions) {
    for (const record of portion) {
      if (record.startedAt < since) return records;
      records.push(record);
    }
  }
  return records;
}
