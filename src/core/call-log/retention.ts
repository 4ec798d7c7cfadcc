export const usualKeepDays = 365;
export const mostKeepDays = 3650;

/** The days that a person asked for, when they can be meant; else null. */
export function parseKeepDays(typed: string): number | null {
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= mostKeepDays ? days : null;
}

/** Calls that began before this epoch ms are not kept. */
export function keptSince(now: number, days: number): number {
  return now - days * 86_400_000;
}
