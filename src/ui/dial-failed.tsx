import type { DialResult } from '../bus/protocol';
import type { NoReply } from './intents';
import { Note } from './note';
import { openPermissionPage } from './open-page';
import { type TextKey, text } from './text';

/** Why a call was not even begun. */
export type DialFailure = Exclude<DialResult | NoReply, { ok: true }>['why'];

const keys: Readonly<Record<DialFailure, TextKey>> = {
  'not-registered': 'dialNotRegistered',
  'no-microphone': 'dialNoMicrophone',
  'bad-number': 'dialBadNumber',
  busy: 'dialBusy',
  'no-reply': 'internalFault',
};

/** The failure in words, with the way out. */
export const DialFailed = ({ why }: { why: DialFailure }) => (
  <Note tone="bad">
    <p>{text(keys[why])}</p>
    {why === 'no-microphone' && (
      <button type="button" class="quiet" onClick={openPermissionPage}>
        {text('microphoneSetUp')}
      </button>
    )}
  </Note>
);
