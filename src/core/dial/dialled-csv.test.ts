import { expect, it } from 'vitest';
import { toCsv } from './dialled-csv';
import { DENVER, dialerFor } from './make-rules';
import { FIELD_NAMES, stepInEnglish, whyInEnglish } from './trace';

const words = {
  step: stepInEnglish,
  why: whyInEnglish,
  field: (name: keyof typeof FIELD_NAMES) => FIELD_NAMES[name],
};
const csv = (...numbers: string[]) =>
  toCsv(
    numbers.map((number) => dialerFor(DENVER)(number)),
    words,
  );

it('has a line for each number, with result, reason, trace and the fields that had a say', () => {
  expect(csv('+44 20 7946 0018', '911').split('\r\n')).toEqual([
    '\ufefftyped,sent,dtmf,emergency,why,trace,fields',
    '+44 20 7946 0018,9011442079460018,,false,"outside line, international",+44 20 7946 0018 → not your country → 9 + 011 + 442079460018,"CountryCode, OutsidePrefix, InternationalPrefix"',
    '911,911,,true,emergency call,911 → emergency number 911 → 911,',
    '',
  ]);
});

it('quotes what a number is written with', () => {
  expect(csv('"Bob, Sales" <sip:bob@example.com>')).toContain(
    '"""Bob, Sales"" <sip:bob@example.com>",sip:bob@example.com',
  );
});

it('gives a spreadsheet no formula, and leaves a + before digits alone', () => {
  expect(csv('=HYPERLINK("x")')).toContain('\n"\'=HYPERLINK(');
  expect(csv('@SUM(1)')).toContain(`\n"'@SUM(1)"`);
  expect(csv('+cmd')).toContain(`\n"'+cmd"`);
  expect(csv('+1 212 555 0123')).toContain('\n+1 212');
  expect(csv('-5550142')).toContain('\n-5550142');
});
