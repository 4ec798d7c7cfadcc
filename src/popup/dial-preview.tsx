import type { Dialled } from '../core/dial/dialled';
import { isChanged } from '../core/dial/is-changed';
import { whySentence } from '../ui/reason-words';
import { text } from '../ui/text';

/** What will be sent, when that is not what was typed, and why in one line; that a call is an emergency call in any case. */
export const DialPreview = ({ dialled }: { dialled: Dialled }) => (
  <div class="preview" role="status" data-emergency={dialled.emergency}>
    {dialled.emergency && <p class="emergency">{text('callEmergency')}</p>}
    {dialled.typed.trim() !== '' && <WhatIsSent dialled={dialled} />}
    {dialled.emergency && <p class="location">{text('emergencyLocation')}</p>}
  </div>
);

const WhatIsSent = ({ dialled }: { dialled: Dialled }) => {
  const { sent, dtmf, emergency } = dialled;
  const isShown = isChanged(dialled) || sent === '';
  if (!isShown) return null;
  return (
    <>
      {sent !== '' && (
        <p class="sent">
          <strong>{text('previewSends', sent)}</strong>
          {dtmf !== '' && ` ${text('previewTones', dtmf)}`}
        </p>
      )}
      {!emergency && <p class="why">{whySentence(dialled)}</p>}
    </>
  );
};
