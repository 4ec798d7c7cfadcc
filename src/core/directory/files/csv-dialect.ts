import { fieldOfHeader } from './csv-headers';

/** How the cells of a CSV file are told apart, and what encloses a cell that holds such a separator. */
export type CsvDialect = { readonly separator: string; readonly quote: string };

const separators = [',', ';', '\t', '|', ':', '~', '^', '#', '\u001f', '\u001e'];
const quotes = ['"', "'", '`'];

/** Tells separator and quote character from the first lines: by the columns that have a name we know, then by rows of equal length. */
export function guessDialect(text: string): CsvDialect {
  const start = text.slice(0, 65_536);
  const named = /^sep=(.)\r?\n/i.exec(start)?.[1];
  const ranked = (named === undefined ? separators : [named])
    .flatMap((separator) => quotes.map((quote) => ({ separator, quote })))
    .map((dialect) => ({ dialect, score: scoreOf(start, dialect) }));
  let best = ranked[0];
  for (const one of ranked) if (best === undefined || one.score > best.score) best = one;
  return best?.dialect ?? { separator: ',', quote: '"' };
}

function scoreOf(start: string, { separator, quote }: CsvDialect): number {
  const lines = start.split(/\r\n?|\n/, 12).filter((line) => line.trim() !== '');
  const header = splitLine(lines[0] ?? '', separator, quote);
  const known = header.filter((cell) => fieldOfHeader(cell) !== null).length;
  const widths = lines.slice(1, 10).map((line) => splitLine(line, separator, quote).length);
  const alike = header.length > 1 ? widths.filter((width) => width === header.length).length : 0;
  return known * 100 + alike * 3 + quoteEvidence(start, separator, quote);
}

/** Quotes stand where a cell begins and where it ends. */
function quoteEvidence(start: string, separator: string, quote: string): number {
  const opening =
    countOf(start, separator + quote) + countOf(start, `\n${quote}`) + Number(start.startsWith(quote));
  const closing =
    countOf(start, quote + separator) + countOf(start, `${quote}\n`) + countOf(start, `${quote}\r`);
  // A single quote that is not closed must not make us believe in another character.
  return 2 * Math.min(opening, closing, 20) + (quote === '"' ? 4 : 0);
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1 && count < 50; at = text.indexOf(part, at + part.length))
    count++;
  return count;
}

/** One line into cells, well enough to count them: line breaks inside of quotes are another matter. */
function splitLine(line: string, separator: string, quote: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of line) {
    if (letter === quote) isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}
