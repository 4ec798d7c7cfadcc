import { describe, expect, it } from 'vitest';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import type { ContactNumber } from './contact';
import { makeContact } from './made-up-contacts';
import { callerTerms, pickCaller, readCaller } from './match-caller';
import { makeNumbering } from './numbering';
import { termsOf } from './terms';

const without = makeNumbering(null);
const germany = makeNumbering({
  ...EMPTY_DIAL_RULES,
  outsidePrefix: '9',
  countryCode: '49',
  longDistancePrefix: '0',
  internationalPrefix: '00',
  extensionLengths: [3],
  nationalLengths: [8, 9, 10, 11],
});
const withNumbers = (id: number, ...numbers: ContactNumber[]) => makeContact({ id, numbers });
const work = (id: number, number: string) => withNumbers(id, { kind: 'work', number });

/** Matches as the directory does: by the index, then by the contacts that it leads to. */
function match(
  number: string,
  contacts: readonly ReturnType<typeof work>[],
  options = { numbering: without, digits: 10 },
) {
  const { numbering, digits } = options;
  const caller = readCaller(number, numbering, digits);
  const wanted = callerTerms(caller);
  const candidates = contacts.filter((contact) =>
    termsOf(contact, numbering.toE164).some((term) =>
      wanted.some(({ beginning, isWhole }) => (isWhole ? term === beginning : term.startsWith(beginning))),
    ),
  );
  return pickCaller(caller, candidates, numbering.toE164)?.id ?? null;
}

describe('a caller is a contact', () => {
  it('whose number is the same, however it is written', () => {
    expect(match('+493715550123', [work(1, '+49 (371) 555-0123')])).toBe(1);
  });

  it('whose number ends with the same ten digits', () => {
    expect(match('+493715550123', [work(1, '0371 5550123')])).toBe(1);
    expect(match('03715550123', [work(1, '0049 371 5550123')])).toBe(1);
  });

  it('not when fewer digits than that agree', () => {
    expect(match('+493715550123', [work(1, '+49 172 5550123')])).toBeNull();
  });

  it('with the number of digits that the settings file asks for', () => {
    expect(match('+493715550123', [work(1, '+49 172 5550123')], { numbering: without, digits: 7 })).toBe(1);
  });

  it('with a number of that many digits or fewer only when it is the same', () => {
    expect(match('5550123', [work(1, '+49 371 5550123')])).toBeNull();
    expect(match('+493715550123', [work(1, '3715550123')])).toBeNull();
    expect(match('3715550123', [work(1, '371 555 0123')])).toBe(1);
    expect(match('201', [work(1, '+49 371 5550201'), work(2, '201')])).toBe(2);
  });

  it('the one with the number itself before one whose number only ends alike, and a favourite before another', () => {
    expect(match('+493715550123', [work(1, '+1 371 555 0123 '), work(2, '+49 371 5550123')])).toBe(2);
    const favourite = { ...work(3, '+49 371 5550123'), isFavourite: true };
    expect(match('+493715550123', [work(2, '+49 371 5550123'), favourite])).toBe(3);
  });

  it('when the system puts the outside prefix before the number', () => {
    const options = { numbering: germany, digits: 10 };
    expect(match('903715550123', [work(1, '+49 371 5550123')], options)).toBe(1);
    expect(match('900442079460018', [work(1, '+44 20 7946 0018')], options)).toBe(1);
    expect(match('901725550123', [work(1, '0172 5550123')], options)).toBe(1);
  });

  it('when the number is shorter than ten digits, but the country tells that it is the same', () => {
    const options = { numbering: germany, digits: 10 };
    expect(match('+4937155501', [work(1, '0371 55501')], options)).toBe(1);
  });

  it('by SIP address, case aside, and by the number in one', () => {
    const alice = withNumbers(1, { kind: 'sip', number: 'Alice@Example.com' });
    expect(match('alice@example.com', [alice])).toBe(1);
    expect(match('sip:alice@example.com;transport=ws', [alice])).toBe(1);
    expect(match('bob@example.com', [alice])).toBeNull();
    expect(match('+493715550123@gw.example.com', [work(1, '+493715550123')])).toBe(1);
  });

  it('not for a number that is withheld, or no number at all', () => {
    for (const number of ['', 'anonymous', 'sip:', '@', '+', ';']) {
      expect(match(number, [work(1, '201'), work(2, '')])).toBeNull();
    }
  });
});
