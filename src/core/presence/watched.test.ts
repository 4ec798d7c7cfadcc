import { describe, expect, it } from 'vitest';
import { EMPTY_DIAL_RULES } from '../dial/rules';
import { type HomeSystem, makeWatchedUser, usersToWatch, watchedAtMost } from './watched';

const off: HomeSystem = {
  sipDomain: 'example.com',
  extension: '201',
  dial: { rules: null, emergencyNumbers: [] },
};
const ruled: HomeSystem = {
  ...off,
  dial: {
    rules: {
      ...EMPTY_DIAL_RULES,
      outsidePrefix: '9',
      countryCode: '1',
      extensionLengths: [4],
      nationalLengths: [10],
    },
    emergencyNumbers: ['4711'],
  },
};
const contact = (...numbers: string[]) => ({
  numbers: numbers.map((number) => ({ kind: 'work' as const, number })),
});

describe('a favourite is watched', () => {
  it.each([
    ['at an extension, by the rules', ruled, '4202', '4202'],
    ['at an extension that is as long as ours, where no rule tells', off, '202', '202'],
    ['at an address of our domain', ruled, 'sip:jane.doe@Example.com;transport=ws', 'jane.doe'],
    ['at an address without its scheme', ruled, '202@example.com', '202'],
    ['at an address that leaves the domain out', ruled, 'sip:202', '202'],
    ['not outside', ruled, '+44 20 7946 0018', null],
    ['not at another domain', off, 'sip:202@example.org', null],
    ['not at a domain that only begins like ours', off, 'sip:202@example.com.evil.example', null],
    ['not at an extension of another length', ruled, '42020', null],
    ['not at a number of another length, where no rule tells', off, '2020', null],
    ['not at a feature code', off, '*17', null],
    ['not at an emergency number', ruled, '4711', null],
    ['not at an emergency number as long as an extension', off, '112', null],
    ['not with digits that follow the answer', ruled, '4202,,33', null],
    ['not when it is ourselves', off, '201', null],
    ['not without a number', off, '', null],
  ])('%s', (_title, home, number, user) => {
    expect(makeWatchedUser(home)(contact(number))).toBe(user);
  });

  it('at the first of the numbers that can be', () => {
    expect(makeWatchedUser(off)(contact('+442079460018', '203', '204'))).toBe('203');
    expect(makeWatchedUser(off)(contact())).toBeNull();
  });
});

it('each once, in the order of the favourites, and no more than fifty', () => {
  expect(usersToWatch([contact('205'), contact('+4930123456'), contact('202'), contact('205')], off)).toEqual(
    ['205', '202'],
  );
  const many = Array.from({ length: 90 }, (_, index) => contact(String(300 + index)));
  expect(usersToWatch(many, off)).toHaveLength(watchedAtMost);
});
