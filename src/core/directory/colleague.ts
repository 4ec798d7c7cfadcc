import { type Card, emptyCard } from './contact';
import { numberKey } from './number-key';
import type { Numbering } from './numbering';
import type { Suggestion } from './suggest';

/** A person of an address book elsewhere, as far as it can be called or written to. */
export type Colleague = {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly numbers: readonly string[];
};

/** The same as what the directory keeps of somebody. Which kind each number is, nobody says. */
export function cardOf({ name, emails, numbers }: Colleague): Card {
  return {
    ...emptyCard,
    shownAs: name,
    emails,
    numbers: numbers.map((number) => ({ kind: 'work', number })),
  };
}

/** Their numbers as suggestions, but for those that are suggested already. */
export function suggestColleagues(
  people: readonly Colleague[],
  already: readonly Suggestion[],
  numbering: Pick<Numbering, 'toE164'>,
): readonly Suggestion[] {
  const known = new Set(already.map(({ number }) => numberKey(number, numbering)));
  return people.flatMap((person, at) =>
    person.numbers
      .filter((number) => !known.has(numberKey(number, numbering)))
      .map((number) => ({
        // They have no id in the directory, where all are above 0.
        contact: { ...cardOf(person), id: -1 - at, pictureId: null },
        name: person.name,
        kind: 'colleague' as const,
        number,
      })),
  );
}
