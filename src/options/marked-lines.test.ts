import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, lineStarts, type Mark, markedLines, stretchesOf } from './marked-lines';
import { moveMarks } from './moved-marks';

const mark = (offset: number, length: number, severity: Mark['severity'] = 'error'): Mark => ({
  offset,
  length,
  severity,
});

describe('the stretches of a line', () => {
  it('underline what a problem is about, and end with the last one', () => {
    expect(stretchesOf('one two three', 100, [mark(104, 3)])).toEqual([
      { text: 'one ' },
      { text: 'two', severity: 'error' },
    ]);
  });

  it('show an error where it lies over a warning', () => {
    expect(stretchesOf('abcdef', 0, [mark(1, 4, 'warning'), mark(2, 1)])).toEqual([
      { text: 'a' },
      { text: 'b', severity: 'warning' },
      { text: 'c', severity: 'error' },
      { text: 'de', severity: 'warning' },
    ]);
  });

  it('have a point where something is missing, at the end of a line too', () => {
    expect(stretchesOf('"a": 1', 10, [mark(16, 0)])).toEqual([
      { text: '"a": 1' },
      { text: '', severity: 'error', isPoint: true },
    ]);
    expect(stretchesOf('', 10, [mark(10, 0, 'warning')])).toEqual([
      { text: '', severity: 'warning', isPoint: true },
    ]);
  });

  it('go on from line to line, and leave out what is of other lines', () => {
    expect(stretchesOf('middle', 10, [mark(5, 20), mark(2, 3), mark(17, 1)])).toEqual([
      { text: 'middle', severity: 'error' },
    ]);
  });

  it('are the line itself as far as they go, whatever the marks', () => {
    const marks = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(40), marks, (line, start, places) => {
        const stretches = stretchesOf(
          line,
          start,
          places.map(([offset, length]) => mark(offset, length)),
        );
        expect(line.startsWith(stretches.map(({ text }) => text).join(''))).toBe(true);
      }),
    );
  });
});

describe('the lines of a text', () => {
  it('begin after each break, and know which one an offset is in', () => {
    const starts = lineStarts('a\n\nbcd\n');
    expect(starts).toEqual([0, 2, 3, 7]);
    expect([0, 1, 2, 3, 6, 7, 99].map((offset) => lineOf(starts, offset))).toEqual([0, 0, 1, 2, 2, 3, 3]);
  });

  it('are marked by the worst problem that begins there', () => {
    const marks = [mark(0, 5, 'warning'), mark(3, 1), mark(4, 1, 'warning')];
    expect([...markedLines(lineStarts('a\n\nbcd\n'), marks)]).toEqual([
      [0, 'warning'],
      [2, 'error'],
    ]);
  });
});

describe('marks of a text that is being changed', () => {
  it('stay where they are before the change, move with the text after it, and go where they are touched', () => {
    const before = '{"a": wahr, "b": falsch, "c": vrai}';
    const after = '{"a": wahr, "b": false, "c": vrai}';
    const at = (text: string, word: string) => mark(text.indexOf(word), word.length);
    const marks = ['wahr', 'falsch', 'vrai'].map((word) => at(before, word));
    expect(moveMarks(marks, before, after)).toEqual([at(after, 'wahr'), at(after, 'vrai')]);
  });

  it('cover the same text as before', () => {
    const texts = fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(texts, texts, fc.nat(20), fc.nat(5), (before, after, offset, length) => {
        fc.pre(offset + length <= before.length);
        for (const moved of moveMarks([mark(offset, length)], before, after)) {
          expect(after.slice(moved.offset, moved.offset + moved.length)).toBe(
            before.slice(offset, offset + length),
          );
        }
      }),
    );
  });
});
