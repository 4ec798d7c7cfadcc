import { useEffect, useRef, useState } from 'preact/hooks';
import { type CallRecord, otherNumber } from '../core/call-record';
import { isAnonymous, partyName } from '../ui/call-sentence';
import { Icon } from '../ui/icons';
import { openDirectory } from '../ui/open-page';
import { text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';
import { CallFigures } from './call-figures';
import { NoteField } from './note-field';

type Props = {
  record: CallRecord;
  /** What the directory calls the number now; empty when it does not know it. */
  name: string;
  formatNumber: FormatNumber;
  onCall: () => void;
  onDelete: () => void;
  onClose: () => void;
};

/** All that is known of one call, and what can be done with it. */
export const CallDetails = ({ record, name, formatNumber, onCall, onDelete, onClose }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const number = otherNumber(record);
  const party = { number: formatNumber(number), displayName: name || record.displayName };
  const isNobody = isAnonymous({ number, displayName: '' });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      class="details"
      aria-label={text('callDetails')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div class="details-head">
        <h2 ref={heading} tabIndex={-1}>
          {partyName({ ...party, number: isNobody ? '' : party.number })}
        </h2>
        <button type="button" class="icon-button" aria-label={text('close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {!isNobody && party.displayName && <p class="number">{party.number}</p>}
      <div class="buttons">
        {!isNobody && (
          <>
            <button type="button" class="primary" onClick={onCall}>
              <Icon name="handset" />
              {text('callBack')}
            </button>
            <CopyNumber number={number} />
            {name === '' && (
              <button type="button" onClick={() => openDirectory(number)}>
                {text('addToDirectory')}
              </button>
            )}
          </>
        )}
        {record.outcome !== 'open' && (
          <button type="button" class="danger" onClick={onDelete}>
            {text('deleteThisCall')}
          </button>
        )}
      </div>
      <CallFigures record={record} nameNow={name} formatNumber={formatNumber} />
      <NoteField record={record} />
    </aside>
  );
};

const CopyNumber = ({ number }: { number: string }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(number);
    setCopied(true);
  };
  return (
    <button type="button" aria-live="polite" onClick={() => void copy()}>
      {text(isCopied ? 'numberCopied' : 'copyNumber')}
    </button>
  );
};
