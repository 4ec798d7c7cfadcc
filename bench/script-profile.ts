/** What Chromium's tracing tells of a piece of work. `tdur` is the time that its thread had the processor, in µs. */
type TraceEvent = {
  name: string;
  ph: string;
  tdur?: number;
  args?: { data?: { url?: string } };
};

/** Every run of a script that begins from outside of it: when it is loaded, and each time that it is called back. */
const runs: ReadonlySet<string> = new Set(['EvaluateScript', 'FunctionCall']);

/**
 * The tasks of the scripts whose address begins so, in ms of the processor: other programs on the machine do not count. `trace` is the
 * JSON of Chromium's tracing with the category `devtools.timeline`.
 */
export function tasksOf(trace: string, home: string): readonly number[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace);
  const tasks = traceEvents
    .filter(({ name, ph, args }) => ph === 'X' && runs.has(name) && args?.data?.url?.startsWith(home))
    .map(({ tdur = 0 }) => tdur / 1_000);
  return tasks.length > 0 ? tasks : [0];
}
