/** For tests: one event of a browser API, as `browser.something.onSomething`. */
export type FakeEvent<A extends unknown[], R = void> = {
  addListener(listener: (...args: A) => R): void;
  removeListener(listener: (...args: A) => R): void;
  /** What each listener returned. */
  emit(...args: A): R[];
  /** Whoever listened is gone. */
  clear(): void;
  readonly count: number;
};

export function makeEvent<A extends unknown[], R = void>(): FakeEvent<A, R> {
  const listeners = new Set<(...args: A) => R>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    emit: (...args) => [...listeners].map((listener) => listener(...args)),
    clear: () => listeners.clear(),
    get count() {
      return listeners.size;
    },
  };
}
