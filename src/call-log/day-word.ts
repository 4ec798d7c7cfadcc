import { startOfDay } from '../ui/moment';
import { languageTag } from '../ui/text';

// To make a format costs more than all else of a row.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(languageTag(), options);
  formats.set(key, known);
  return known.format(at);
}

export function formatTime(at: number): string {
  return format(at, { timeStyle: 'short' });
}

export function formatDateTime(at: number): string {
  return format(at, { dateStyle: 'full', timeStyle: 'medium' });
}

/** "Mon", for the picture of the week. */
export function formatWeekday(at: number): string {
  return format(at, { weekday: 'short' });
}

/** "Today", "yesterday", the weekday with the date, and the year when it is another one. */
export function formatDay(start: number, now: number): string {
  const days = Math.round((startOfDay(now) - start) / 86_400_000);
  if (days === 0 || days === 1) return capitalised(relative().format(-days, 'day'));
  const isThisYear = new Date(start).getFullYear() === new Date(now).getFullYear();
  const date = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return capitalised(format(start, isThisYear ? date : { ...date, year: 'numeric' }));
}

let relativeFormat: Intl.RelativeTimeFormat | undefined;

function relative(): Intl.RelativeTimeFormat {
  relativeFormat ??= new Intl.RelativeTimeFormat(languageTag(), { numeric: 'auto' });
  return relativeFormat;
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase(languageTag()) + word.slice(1);
}
