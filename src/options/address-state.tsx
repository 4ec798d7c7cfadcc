import { useState } from 'preact/hooks';
import type { AddressSource, Failing } from '../core/settings/sources';
import { formatMoment } from '../ui/moment';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { failureSentence } from './address-words';
import { ProblemLines } from './problem-lines';

type Props = {
  address: AddressSource;
  onFetch: () => Promise<boolean>;
  /** Missing when that is not for the person to decide. */
  onStop?: () => void;
};

/** An address that a document is fetched from: when it was fetched last, or since when and why it cannot be. */
export const AddressState = ({ address, onFetch, onStop }: Props) => {
  const [isFetching, setFetching] = useState(false);
  const { url, pick, copy, failing } = address;
  const fetchNow = async () => {
    setFetching(true);
    await onFetch();
    setFetching(false);
  };
  return (
    <>
      <p class="source">
        {pick === null ? text('sourceAddress', url) : text('sourceAddressPick', url, pick)}
      </p>
      {failing && <Note tone="warning">{failingSentence(failing, copy?.takenAt)}</Note>}
      {failing?.problems && <ProblemLines problems={failing.problems} />}
      {!failing && copy && (
        <p class="hint">{text('sourceFetched', formatMoment(copy.takenAt, Date.now()))}</p>
      )}
      <div class="buttons">
        <button type="button" disabled={isFetching} onClick={fetchNow}>
          {text(isFetching ? 'addressLooking' : 'sourceFetchNow')}
        </button>
        {onStop && (
          <button type="button" onClick={onStop}>
            {text('sourceStopAddress')}
          </button>
        )}
      </div>
    </>
  );
};

function failingSentence(failing: Failing, copyTakenAt: number | undefined): string {
  const now = Date.now();
  const why = failureSentence(failing);
  const since = formatMoment(failing.since, now);
  if (copyTakenAt === undefined) return text('sourceFailingNone', why, since);
  return text('sourceFailing', why, since, formatMoment(copyTakenAt, now));
}
