import { contactName } from '../core/directory/contact';
import type { Numbering } from '../core/directory/numbering';
import { findCaller } from './find-caller';

export type Matching = { readonly numbering: Numbering; readonly digits: number | undefined };

/** What the directory calls the people with these numbers; those that it does not know are missing. */
export async function readContactNames(
  numbers: Iterable<string>,
  { numbering, digits }: Matching,
): Promise<ReadonlyMap<string, string>> {
  const unique = [...new Set(numbers)].filter(Boolean);
  const contacts = await Promise.all(unique.map((number) => findCaller(number, numbering, digits)));
  return new Map(
    unique.flatMap((number, at) => {
      const contact = contacts[at];
      return contact ? [[number, contactName(contact)] as const] : [];
    }),
  );
}
