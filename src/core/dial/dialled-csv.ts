import Papa from 'papaparse';
import type { Dialled, RuleField, Step } from './dialled';
import { formatTrace } from './trace';

/** What a step, a reason and a field are called; pages have their own for each language. */
export type DialWords = {
  step: (step: Step) => string;
  why: (dialled: Dialled) => string;
  field: (field: RuleField) => string;
};

// What a spreadsheet takes for a formula. A + before digits stays what it is: most numbers begin so.
const formula = /^[=@\t\r]|^[+-](?![\d\s(])/;

/**
 * The results as a table for a spreadsheet (RFC 4180): typed, sent, dtmf, emergency, why, trace and the rule fields that had a say, in
 * the order of the steps. It begins with a byte order mark, without which a spreadsheet reads other letters into it.
 */
export function toCsv(results: readonly Dialled[], words: DialWords): string {
  const rows = results.map((dialled) => ({
    typed: dialled.typed,
    sent: dialled.sent,
    dtmf: dialled.dtmf,
    emergency: dialled.emergency,
    why: words.why(dialled),
    trace: formatTrace(dialled, words.step),
    fields: fieldsOf(dialled).map(words.field).join(', '),
  }));
  return `\ufeff${Papa.unparse(rows, { escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}

function fieldsOf({ steps }: Dialled): RuleField[] {
  return [...new Set(steps.flatMap(({ field }) => field ?? []))];
}
