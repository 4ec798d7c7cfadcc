import type { ImportProblem } from '../core/settings/portable-settings';
import { text } from '../ui/text';

/** What is wrong in a file of settings. */
export function importSentence({ why, detail }: ImportProblem): string {
  switch (why) {
    case 'not-json':
      return text('importNotJson');
    case 'not-settings':
      return text('importNotSettings');
    case 'newer':
      return text('importNewer');
    case 'wrong':
      return text('importWrong', detail);
    case 'bad-document':
      return text('importBadDocument', detail);
    case 'bad-address':
      return text('importBadAddress', detail);
    case 'too-big':
      return text('importTooBig', detail);
  }
}
