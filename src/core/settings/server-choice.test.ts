import { describe, expect, it } from 'vitest';
import { automatic, hasToChoose, serverInForce } from './server-choice';

const west = { name: 'West' };
const east = { name: 'East' };
const named = (name: string) => ({ kind: 'named', name }) as const;

describe('the server in force', () => {
  it.each([
    ['the one that was chosen', named('East'), [west, east], undefined, east],
    ['none when nobody has chosen', undefined, [west], undefined, undefined],
    ['none when the chosen one of several is gone', named('South'), [west, east], undefined, undefined],
    ['none when another one took its place', named('South'), [west], undefined, undefined],
    ['the only one there is for Automatic', automatic, [west], undefined, west],
    ['the one that Automatic found', automatic, [west, east], 'East', east],
    ['the first while Automatic has found none', automatic, [west, east], undefined, west],
    ['the first when the one that Automatic found is gone', automatic, [west, east], 'South', west],
    ['none of an empty list', automatic, [], undefined, undefined],
  ])('is %s', (_, choice, servers, answered, expected) => {
    expect(serverInForce(choice, servers, answered)).toBe(expected);
  });

  it('is to be found out only by Automatic, and only among several', () => {
    expect(hasToChoose(automatic, [west, east])).toBe(true);
    expect(hasToChoose(automatic, [west])).toBe(false);
    expect(hasToChoose(named('West'), [west, east])).toBe(false);
    expect(hasToChoose(undefined, [west, east])).toBe(false);
  });

  it('may be called "automatic" without being mistaken for the choice', () => {
    const confusing = { name: 'automatic' };
    expect(serverInForce(named('automatic'), [west, confusing], 'West')).toBe(confusing);
  });
});
