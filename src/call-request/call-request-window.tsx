import { useState } from 'preact/hooks';
import { makeDialer } from '../core/dial/dial';
import type { CallRequest } from '../core/page-numbers/call-request';
import { toLinkAddress } from '../core/page-numbers/number-link';
import type { Intents } from '../ui/intents';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { useDialSettings } from '../ui/use-dial-settings';
import { useRequest } from './use-request';

type Props = { state: PageState; intents: Intents; link: string | null };
type Means = 'offhook' | 'workplace';

/** Asks the person, in a window that no page can draw into, whether or by what to call. */
export const CallRequestWindow = ({ state, intents, link }: Props) => {
  const request = useRequest(link);
  const [remember, setRemember] = useState(false);
  const settings = useDialSettings(state);
  if (request === undefined) return null;
  if (request === null) return <main>{text('callRequestGone')}</main>;
  const { sent } = makeDialer(settings)(request.typed);
  const shown = request.typed.replace(/^tel:/i, '');
  const answer = async (by: Means | null) => {
    if (link === null) await intents.answerCallRequest({ id: request.id, by, remember });
    else if (by === 'offhook') await intents.dial({ typed: request.typed, asTyped: false });
    window.close();
  };
  return (
    <main>
      <h1>{headingOf(request, link)}</h1>
      {request.kind === 'page' && <p class="origin">{request.origin}</p>}
      <p class="number">{shown}</p>
      {sent !== shown && sent !== '' && <p>{text('callRequestSent', sent)}</p>}
      <div class="answers">
        <button type="button" class="primary" disabled={sent === ''} onClick={() => void answer('offhook')}>
          {text('callWithOffhook')}
        </button>
        {link === null && (
          <button type="button" onClick={() => void answer('workplace')} title={toLinkAddress(request.typed)}>
            {text('callWithWorkplace')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => void answer(null)}>
          {text('callRequestDecline')}
        </button>
      </div>
      {request.kind === 'client' && link === null && (
        <label class="check">
          <input
            type="checkbox"
            checked={remember}
            onChange={(event) => setRemember(event.currentTarget.checked)}
          />
          {text('callRequestRemember')}
        </label>
      )}
    </main>
  );
};

function headingOf({ kind }: CallRequest, link: string | null): string {
  if (link !== null) return text('callRequestFromLink');
  return text(kind === 'page' ? 'callRequestFromPage' : 'callRequestByWhat');
}
