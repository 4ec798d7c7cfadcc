/** What Chromium's profiler tells, as far as it is needed here (CDP `Profiler.Profile`). Times are in µs. */
type Profile = {
  nodes: readonly { id: number; callFrame: { url: string }; children?: readonly number[] }[];
  samples?: readonly number[];
  timeDeltas?: readonly number[];
};

/** Samples of the script that are further apart belong to two tasks. */
const GAP_US = 1_000;

/** The tasks of the scripts whose address begins so, in ms: what ran in them, and in whatever they called. */
export function tasksOf({ nodes, samples = [], timeDeltas = [] }: Profile, home: string): readonly number[] {
  const ours = new Set(nodes.filter(({ callFrame }) => callFrame.url.startsWith(home)).map(({ id }) => id));
  // A node comes before its children.
  for (const { id, children = [] } of nodes) if (ours.has(id)) for (const child of children) ours.add(child);
  const tasks: number[] = [];
  let task = 0;
  let since = 0;
  for (const [at, sample] of samples.entries()) {
    const delta = timeDeltas[at] ?? 0;
    if (ours.has(sample)) {
      task += delta;
      since = 0;
      continue;
    }
    since += delta;
    if (since < GAP_US || task === 0) continue;
    tasks.push(task / 1_000);
    task = 0;
  }
  if (task > 0) tasks.push(task / 1_000);
  return tasks.length > 0 ? tasks : [0];
}
