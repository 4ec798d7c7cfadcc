import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../core/profile/mend';
import { makeSample } from '../core/profile/samples';
import { type ChangedRow, compareLines } from './changed-lines';
import { differences } from './differences';

const shown = (rows: readonly ChangedRow[]) =>
  rows.map((row) => {
    if (row.kind === 'gap') return `… ${row.count}`;
    if (row.kind === 'same') return `  ${row.text}`;
    const parts = row.parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text));
    return `${row.kind === 'before' ? '-' : '+'} ${parts.join('')}`;
  });

/** The second list out of the first one and their differences. */
function rebuilt(before: readonly string[], after: readonly string[], inARow: number): string[] {
  const list: string[] = [];
  let done = 0;
  for (const { from, removed, to, added } of differences(before, after, inARow)) {
    list.push(...before.slice(done, from), ...after.slice(to, to + added));
    done = from + removed;
  }
  return [...list, ...before.slice(done)];
}

describe('the differences of two lists', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', '{'), { maxLength: 30 });

  it('lead from the one to the other, whatever they are', () => {
    fc.assert(
      fc.property(list, list, fc.integer({ min: 1, max: 3 }), (before, after, inARow) => {
        expect(rebuilt(before, after, inARow)).toEqual(after);
      }),
    );
  });

  it('are none between equal ones, and one where all is different', () => {
    expect(differences(['a', 'b'], ['a', 'b'], 2)).toEqual([]);
    expect(differences([], ['a'], 2)).toEqual([{ from: 0, removed: 0, to: 0, added: 1 }]);
    const before = Array.from({ length: 1000 }, (_, index) => `old ${index}`);
    const after = before.map((line) => line.replace('old', 'new'));
    expect(differences(before, after, 2)).toEqual([{ from: 0, removed: 1000, to: 0, added: 1000 }]);
  });
});

describe('a comparison of two documents', () => {
  it('shows what mending does to the document of the German manual', () => {
    const before = makeSample('as-printed-de.txt');
    expect(shown(compareLines(before, mend(before)).rows)).toEqual([
      '  {',
      '    "IP_Office_Server_Profile":',
      '    [{',
      '-     [„]Name[“]: [„]West[“],',
      '+     ["]Name["]: ["]West["],',
      '-     [„Adresse“]: [„]west.example.com[“],',
      '+     ["Address"]: ["]west.example.com["],',
      '-     [„]AccountsToken[“]: [wahr]',
      '+     ["]AccountsToken["]: [true]',
      '    },',
      '     {',
      '-     [„]Name[“]: [„]Ost[“],',
      '+     ["]Name["]: ["]Ost["],',
      '-     "[Adresse]": "east.example.com",',
      '+     "[Address]": "east.example.com",',
      '-     [„]AccountsToken[“]: [wahr]',
      '+     ["]AccountsToken["]: [true]',
      '    }]',
      '  }',
      '  ',
    ]);
  });

  it('leaves alone a line between two that change', () => {
    expect(shown(compareLines('a: 1\n[{\nb: 1\n}', 'a: 2\n[{\nb: 2\n}').rows)).toEqual([
      '- a: [1]',
      '+ a: [2]',
      '  [{',
      '- b: [1]',
      '+ b: [2]',
      '  }',
    ]);
  });

  it('counts lines that are put in or taken away', () => {
    const { rows, changed } = compareLines('a\nb\nc\nd', 'a\nc\nd\ne');
    expect(changed).toBe(2);
    expect(shown(rows)).toEqual(['  a', '- [b]', '  c', '  d', '+ [e]']);
  });

  it('stays short for a document of one long line, and for one where every line changes', () => {
    const long = `${'x'.repeat(500_000)}„${'y'.repeat(500_000)}`;
    const { rows } = compareLines(long, long.replace('„', '"'));
    expect(shown(rows).join('').length).toBeLessThan(600);
    const many = Array.from({ length: 20_000 }, (_, index) => `line ${index}`).join('\n');
    const compared = compareLines(many, many.replaceAll('line', 'row'));
    expect(compared.rows.length).toBeLessThan(1100);
    expect(compared).toMatchObject({ changed: 20_000, notShown: 19_500 });
  });
});
