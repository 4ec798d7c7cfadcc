import type { Dialled } from '../core/dial/dialled';
import { toCsv } from '../core/dial/dialled-csv';
import { whySentence } from '../ui/reason-words';
import { saveText } from '../ui/save-text';
import { text } from '../ui/text';
import { ruleWords } from './rule-words';
import { stepSentence } from './step-words';

/** Offers the results as a table for a spreadsheet. */
export function exportResults(results: readonly Dialled[]): void {
  const words = {
    step: stepSentence,
    why: whySentence,
    field: (field: keyof typeof ruleWords) => text(ruleWords[field].label),
  };
  saveText('offhook-dial-rules.csv', toCsv(results, words), 'text/csv');
}
