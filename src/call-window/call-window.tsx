import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '../core/call';
import { CallAnnouncer } from '../ui/call-announcer';
import { CallCard } from '../ui/call-card';
import { CallLogStrip } from '../ui/call-log-strip';
import { callSentence, partyName } from '../ui/call-sentence';
import type { Intents } from '../ui/intents';
import { MicrophoneStrip } from '../ui/microphone-strip';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { useMatching, useNamedCalls } from '../ui/use-contact-names';
import { useDialSettings } from '../ui/use-dial-settings';
import { isShortcut, useKeys } from '../ui/use-keys';
import { useNumberFormat } from '../ui/use-number-format';
import { meaningOfKey } from './window-keys';

type Props = { state: PageState; call: Call; intents: Intents };

/** Someone calls: who it is, and what to do about it. */
export const CallWindow = ({ state, call: unnamed, intents }: Props) => {
  const [call = unnamed] = useNamedCalls([unnamed], useMatching(state));
  const formatNumber = useNumberFormat(useDialSettings(state).rules);
  const focusedAt = useRef(0);
  const title = `${partyName(call.remote)} – ${callSentence(call)}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      focusedAt.current = event.timeStamp;
    };
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, []);
  useKeys((event) => {
    if (isShortcut(event) || event.repeat || event.target instanceof HTMLButtonElement) return;
    const meaning = meaningOfKey(event.key, event.timeStamp - focusedAt.current);
    if (meaning === 'close') window.close();
    if (meaning === 'answer' && call.state === 'ringing') intents.answer(call.id);
  });
  return (
    <main>
      <h1 class="unseen">{text('appName')}</h1>
      <CallAnnouncer calls={[call]} />
      <CallCard call={call} intents={intents} formatNumber={formatNumber} />
      <MicrophoneStrip />
      <CallLogStrip snapshot={state.snapshot} />
    </main>
  );
};
