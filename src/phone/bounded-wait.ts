// Taken before a test stops the clock.
const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis;
const waitAtMostMs = 5_000;

/** For tests: waits for something that an event brings about, and says what is missing when it never comes. */
export type Waits = {
  /** Said after each event that could have brought about what somebody waits for. */
  changed(): void;
  /** Resolves as soon as `find` finds something, now or after an event. Rejects after five seconds with `explain()`. */
  until<T>(find: () => T | undefined, explain: () => string): Promise<T>;
};

export function makeWaits(): Waits {
  const waiting = new Set<() => void>();
  return {
    changed() {
      for (const look of [...waiting]) look();
    },
    until<T>(find: () => T | undefined, explain: () => string) {
      return new Promise<T>((resolve, reject) => {
        const look = () => {
          const found = find();
          if (found === undefined) return;
          settle();
          resolve(found);
        };
        const settle = () => {
          waiting.delete(look);
          stopTimer(timer);
        };
        const timer = startTimer(() => {
          settle();
          reject(new Error(explain()));
        }, waitAtMostMs);
        waiting.add(look);
        look();
      });
    },
  };
}
