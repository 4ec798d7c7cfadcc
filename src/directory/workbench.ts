import type { DialRules } from '../core/dial/rules';
import { log } from '../platform/log';
import type { Work, WorkName, WorkProgress, WorkReply, WorkRequest } from './work';

type Open = {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  onProgress: OnProgress | undefined;
};
export type OnProgress = (progress: WorkProgress) => void;

/** The page's end of its worker. */
export class Workbench {
  readonly #open = new Map<number, Open>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** Rejects when the worker could not do it, or was told to stop. */
  ask<N extends WorkName>(
    name: N,
    wish: Parameters<Work[N]>[0],
    { rules, onProgress }: { rules: DialRules | null; onProgress?: OnProgress },
  ): Promise<ReturnType<Work[N]>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject, onProgress });
      const request: WorkRequest = { id, name, wish, rules, now: Date.now() };
      this.#running().postMessage(request);
    });
  }

  /** Ends whatever is being done. What an import had written by then was nowhere to be seen, and the next one clears it up. */
  stop(): void {
    this.#worker?.terminate();
    this.#fail('stopped');
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkReply>) => this.#hear(data));
    worker.addEventListener('error', ({ message }) => {
      log.error('directory worker failed', { message });
      this.#fail(message);
    });
    this.#worker = worker;
    return worker;
  }

  #hear(reply: WorkReply): void {
    const open = this.#open.get(reply.id);
    if (!open) return;
    if ('progress' in reply) {
      open.onProgress?.(reply.progress);
      return;
    }
    this.#open.delete(reply.id);
    if (reply.ok) open.resolve(reply.value as never);
    else open.reject(new Error(reply.error));
  }

  #fail(why: string): void {
    this.#worker = undefined;
    for (const { reject } of this.#open.values()) reject(new Error(why));
    this.#open.clear();
  }
}
