import type { CallLogFault, Snapshot } from '../core/snapshot';
import { Note } from './note';
import { type TextKey, text } from './text';

const sentences: Readonly<Record<CallLogFault, TextKey>> = {
  'storage-full': 'callsNotKeptFull',
  'not-written': 'callsNotKept',
};

/** Says that calls do not come into the call log, as long as that is so. */
export const CallLogStrip = ({ snapshot: { callLogFault } }: { snapshot: Snapshot }) =>
  callLogFault ? <Note tone="warning">{text(sentences[callLogFault])}</Note> : null;
