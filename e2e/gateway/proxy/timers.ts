/** Timers that end together; none of them keeps the process alive. */
export interface Timers {
  /** Calls back once after `ms`; the returned function forgets it. */
  after(ms: number, then: () => void): () => void;
  clear(): void;
}

export function makeTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  return {
    after(ms, then) {
      const timer = setTimeout(() => {
        running.delete(timer);
        then();
      }, ms);
      timer.unref();
      running.add(timer);
      return () => {
        clearTimeout(timer);
        running.delete(timer);
      };
    },
    clear() {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
