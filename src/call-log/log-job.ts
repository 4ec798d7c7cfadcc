import type { CallsProblem } from '../core/call-log/read-calls';

/** What takes too long for the page to stand still meanwhile. `now` is an epoch ms. */
export type LogJob =
  | { kind: 'import'; file: Blob }
  | { kind: 'takeBack'; ids: readonly string[] }
  | { kind: 'export'; format: 'csv' | 'json'; now: number };

/** `ids` are those of the calls that were added. */
export type Imported =
  | { ok: true; ids: readonly string[]; known: number }
  | ({ ok: false } & (CallsProblem | { why: 'unreadable' | 'storage-full' | 'not-written' }));

export type Exported = { file: Blob; calls: number };

/** `total` is 0 while nobody knows. */
export type LogProgress = { done: number; total: number };
export type LogReply = { progress: LogProgress } | { value: unknown } | { error: string };

type Result = { import: Imported; takeBack: null; export: Exported };

/** Has it done beside the page, in a worker that is there for nothing else. Rejects when that fails. */
export function doBeside<J extends LogJob>(
  job: J,
  onProgress: (progress: LogProgress) => void = () => undefined,
): Promise<Result[J['kind']]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Result[J['kind']]>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
      if ('progress' in data) onProgress(data.progress);
      else if ('error' in data) reject(new Error(data.error));
      else resolve(data.value as Result[J['kind']]);
    });
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
