import { useLayoutEffect, useState } from 'preact/hooks';
import { type CallLine, toCallLine } from '../core/call-log/call-line';
import { log } from '../platform/log';
import { readCallRecordsOf } from '../store/call-log';
import { type CallLogNews, watchCallLog } from '../store/call-log-news';
import { beginReading, readOlder } from './read-log';

/**
 * The log as far as it has been read, in portions, the newest first. `version` is another one when records before the end have changed;
 * while it stays, portions are only added.
 */
export type ReadLog = {
  portions: readonly (readonly CallLine[])[];
  version: number;
  isWhole: boolean;
  failed: boolean;
};

const showEveryMs = 300;

const nothing: ReadLog = { portions: [], version: 0, isWhole: false, failed: false };

/** Reads the call log for as long as the page is there, and follows what the phone and other pages make of it. */
export function useLog(first: Promise<readonly CallLine[]>): ReadLog | undefined {
  const [read, setRead] = useState<ReadLog>();
  // Not after the page has been painted without the calls, which may be there by then.
  useLayoutEffect(() => {
    const life = new AbortController();
    const follow = makeFollower(setRead, life.signal);
    watchCallLog(follow.hear, life.signal);
    void follow.start(first);
    return () => life.abort();
  }, [first]);
  return read;
}

type Show = (log: ReadLog) => void;

function makeFollower(show: Show, signal: AbortSignal) {
  let now = nothing;
  let reading = new AbortController();
  let waiting: CallLogNews[] = [];
  const put = (change: Partial<ReadLog>) => {
    now = { ...now, ...change };
    if (!signal.aborted) show(now);
  };

  /** What was on the page stays there until the new list is as long as it is going to be. */
  const start = async (first: Promise<readonly CallLine[]>) => {
    reading.abort();
    reading = new AbortController();
    const own = AbortSignal.any([reading.signal, signal]);
    const isAgain = now.portions.length > 0;
    let shownAt = 0;
    try {
      const portions = [await first];
      if (own.aborted) return;
      const begun = { version: now.version + 1, failed: false };
      if (!isAgain) put({ ...begun, portions: [...portions], isWhole: false });
      for await (const older of readOlder(portions[0] ?? [], own)) {
        portions.push(older);
        // To lay out the whole list again for each portion would take longer than to read it.
        if (isAgain || performance.now() - shownAt < showEveryMs) continue;
        put({ portions: [...portions] });
        shownAt = performance.now();
      }
      if (!own.aborted) put({ ...(isAgain ? begun : {}), portions, isWhole: true });
    } catch (error) {
      log.error('call log not read', { why: String(error) });
      put({ failed: true });
    }
    for (const news of waiting.splice(0)) await hear(news);
  };

  const hear = async (news: CallLogNews) => {
    if (news === null) return start(beginReading());
    // Portions that are still to be read would bring back what has been changed here.
    if (!now.isWhole) {
      waiting = [...waiting, news];
      return;
    }
    put({
      portions: [replaceRecords(now.portions.flat(), news, (await readCallRecordsOf(news)).map(toCallLine))],
      version: now.version + 1,
    });
  };

  return { start, hear: (news: CallLogNews) => void hear(news) };
}

/** The records with those of the given ids as they are now, the newest first. */
export function replaceRecords(
  records: readonly CallLine[],
  ids: readonly string[],
  changed: readonly CallLine[],
): CallLine[] {
  const gone = new Set(ids);
  const kept = records.filter(({ id }) => !gone.has(id));
  for (const record of changed) {
    const at = kept.findIndex(({ startedAt }) => startedAt <= record.startedAt);
    kept.splice(at < 0 ? kept.length : at, 0, record);
  }
  return kept;
}
