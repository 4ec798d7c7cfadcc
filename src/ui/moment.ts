import { languageTag, text } from './text';

/** When a call was, as short as it can be told: a time today, "yesterday" with the time, or a date with the time. */
export function formatMoment(at: number, now: number): string {
  const tag = languageTag();
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(at);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return time;
  if (days === 1) return text('yesterday', time);
  return new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** "in 8 seconds", "in 2 minutes"; for a moment that has passed, "in 0 seconds" ("now"). */
export function formatUntil(at: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((at - now) / 1000));
  const relative = new Intl.RelativeTimeFormat(languageTag(), { numeric: 'auto' });
  return seconds < 90
    ? relative.format(seconds, 'second')
    : relative.format(Math.round(seconds / 60), 'minute');
}

/** Midnight of that day, where the person is. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
