import { fold } from './fold';
import { digitsOf, type Numbering } from './numbering';

/** The key by which two of a person's calls are one person's, and two contacts' numbers one number: E.164, else the digits. */
export function numberKey(number: string, { toE164 }: Pick<Numbering, 'toE164'>): string {
  return toE164(number) ?? (digitsOf(number) || fold(number));
}
