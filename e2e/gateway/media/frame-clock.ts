const frameMs = 20;
const mostBehind = 10;

/** Calls `frame` 50 times a second by the clock; a timer that came late is made up for. Ends with the signal. */
export function startFrameClock(frame: () => void, signal: AbortSignal): void {
  let startedAt = performance.now();
  let done = 0;
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - startedAt) / frameMs);
    if (due - done > mostBehind) {
      // The process slept: to catch up would be a burst that no jitter buffer keeps.
      startedAt = performance.now();
      done = 0;
      return;
    }
    for (; done < due; done++) frame();
  }, frameMs);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
