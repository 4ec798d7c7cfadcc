import { useEffect, useState } from 'preact/hooks';

/** 3:07 or 1:02:09; never negative, whatever the clocks say. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${rest.join(':')}` : `${Math.floor(whole / 60)}:${rest[1]}`;
}

/** The time now in epoch ms, renewed each time a second has passed since `since`. */
export function useNow(since: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const untilNextSecond = 1000 - ((((Date.now() - since) % 1000) + 1000) % 1000);
    const timer = setTimeout(() => setNow(Date.now()), untilNextSecond);
    return () => clearTimeout(timer);
  }, [since, now]);
  return now;
}

/** The time that has run since an epoch ms. Not announced by itself: a screen reader would read every second. */
export const Duration = ({ since }: { since: number }) => (
  <span class="duration" role="timer" aria-live="off">
    {formatDuration((useNow(since) - since) / 1000)}
  </span>
);
