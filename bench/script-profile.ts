/** What Chromium's tracing tells of a piece of work: when it began, and how long its thread had the processor for it, both in µs. */
type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
};

/** Every run of a script that begins from outside of it: when it is loaded, and each time that it is called back. */
const runs: ReadonlySet<string> = new Set(['EvaluateScript', 'FunctionCall']);
/** What goes on after an await. Chromium does not say whose it was. */
const continuation = 'RunMicrotasks';

/**
 * The tasks of the scripts whose address begins so, in ms of the processor: other programs on the machine do not count. `trace` is the
 * JSON of Chromium's tracing with the category `devtools.timeline`. All that is continued after an await in the thread of these scripts is
 * counted as theirs: let no other script on the page do so.
 */
export function tasksOf(trace: string, home: string): readonly number[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace);
  const complete = traceEvents.filter(({ ph }) => ph === 'X').toSorted((one, other) => one.ts - other.ts);
  const isOurs = ({ name, args }: TraceEvent) => runs.has(name) && args?.data?.url?.startsWith(home);
  const first = complete.find(isOurs);
  let over = 0;
  const tasks = complete.flatMap((event) => {
    const isInThread = event.pid === first?.pid && event.tid === first.tid;
    if (!isInThread || event.ts < over || !(isOurs(event) || event.name === continuation)) return [];
    over = event.ts + (event.dur ?? 0);
    return [(event.tdur ?? 0) / 1_000];
  });
  return tasks.length > 0 ? tasks : [0];
}
