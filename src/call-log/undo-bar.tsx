import { Icon } from '../ui/icons';
import { text } from '../ui/text';
import type { Deletion } from './use-deletion';

/** What was deleted, and the way back. It stays until it is sent away, since nobody reads by the clock. */
export const UndoBar = ({ deletion }: { deletion: Deletion }) => {
  const count = deletion.last.length;
  return (
    <div class="undo-bar" role="status">
      {count > 0 && (
        <div>
          <span>{text('callsDeleted', count.toLocaleString())}</span>
          <button type="button" class="quiet" onClick={() => void deletion.undo()}>
            {text('undo')}
          </button>
          <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={deletion.dismiss}>
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
};
