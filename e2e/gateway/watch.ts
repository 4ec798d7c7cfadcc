/** Lets tests wait for a fact instead of sleeping. */
export interface Watch {
  /** To be called after anything has changed. */
  changed(): void;
  /** The first value that `look` gives, now or after a change; rejects at the deadline, saying what was awaited. */
  until<T>(look: () => T | undefined, what: string, timeoutMs: number): Promise<T>;
}

export function makeWatch(): Watch {
  const looking = new Set<() => void>();
  return {
    changed() {
      for (const look of [...looking]) look();
    },
    until(look, what, timeoutMs) {
      return new Promise((resolve, reject) => {
        const attempt = () => {
          const value = look();
          if (value === undefined) return;
          clearTimeout(timer);
          looking.delete(attempt);
          resolve(value);
        };
        const timer = setTimeout(() => {
          looking.delete(attempt);
          reject(new Error(`${what}: not within ${timeoutMs} ms`));
        }, timeoutMs);
        looking.add(attempt);
        attempt();
      });
    },
  };
}
