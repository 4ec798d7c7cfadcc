import type { UndoKind } from '../store/undo';
import { Icon } from '../ui/icons';
import { type TextKey, text } from '../ui/text';
import type { Changes } from './use-changes';

const words: Readonly<Record<UndoKind, TextKey>> = {
  add: 'contactAdded',
  edit: 'contactEdited',
  remove: 'contactRemoved',
  merge: 'contactsMerged',
  import: 'contactsImported',
};

/** What was just done, and the way back. It stays until something else is done, since nobody reads by the clock. */
export const UndoBar = ({ changes }: { changes: Changes }) => (
  <div class="undo-bar" role="status" data-shown={changes.last !== null}>
    {changes.last && (
      <>
        <span>
          {text(
            changes.last.count === 0 ? 'everybodyRemoved' : words[changes.last.kind],
            changes.last.count.toLocaleString(),
          )}
        </span>
        <button type="button" class="quiet" onClick={() => void changes.undo()}>
          {text('undo')}
        </button>
        <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={changes.dismiss}>
          <Icon name="cross" />
        </button>
      </>
    )}
  </div>
);
