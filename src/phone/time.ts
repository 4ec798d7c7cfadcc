/** Resolves after the time, or at once when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What the promise resolves to, or null when that takes longer than `ms`. */
export function withDeadline<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  const over = new AbortController();
  const late = pause(ms, over.signal).then(() => null);
  return Promise.race([promise, late]).finally(() => over.abort());
}

/** A promise that something else will resolve. */
export function makeDeferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
