import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnswerResult } from '../bus/protocol';
import { type Call, type CallId, isTalking } from '../core/call';
import { CallActions } from './call-actions';
import { callSentence, isAnonymous, partyName } from './call-sentence';
import { Duration } from './duration';
import { Icon } from './icons';
import type { Intents, NoReply } from './intents';
import { Note } from './note';
import { openPermissionPage } from './open-page';
import { type TextKey, text } from './text';
import { TonePad } from './tone-pad';
import type { FormatNumber } from './use-number-format';

type AnswerRefusal = Exclude<AnswerResult | NoReply, { ok: true }>['why'];

type Props = { call: Call; intents: Intents; formatNumber: FormatNumber };

/** One call: who, what it is doing, for how long, and what can be done with it. */
export const CallCard = ({ call, intents, formatNumber }: Props) => {
  const [isKeypadOpen, setKeypadOpen] = useState(false);
  const [refusal, setRefusal] = useState<AnswerRefusal>();
  const answer = async (id: CallId) => {
    const result = await intents.answer(id);
    setRefusal(result.ok ? undefined : result.why);
  };
  return (
    <article
      ref={useLostFocus()}
      class="call"
      data-state={call.state}
      data-direction={call.direction}
      aria-label={text('callWith', partyName(call.remote))}
      tabIndex={-1}
    >
      <Party call={call} formatNumber={formatNumber} />
      <p class="call-state">
        {callSentence(call)}
        {isTalking(call) && <Duration since={call.answeredAt} />}
      </p>
      {isTalking(call) && call.signalling === 'lost' && <Note tone="warning">{text('signallingLost')}</Note>}
      {isTalking(call) && !call.hasMicrophone && <NoMicrophone sentence="callNoMicrophone" />}
      {call.state === 'ringing' && refusal === 'no-microphone' && (
        <NoMicrophone sentence="answerNoMicrophone" />
      )}
      {call.state === 'ringing' && refusal === 'no-reply' && <Note tone="bad">{text('internalFault')}</Note>}
      <CallActions
        call={call}
        intents={{ ...intents, answer }}
        keypad={{ isOpen: isKeypadOpen, onToggle: () => setKeypadOpen(!isKeypadOpen) }}
      />
      {isTalking(call) && isKeypadOpen && <TonePad onTone={(tone) => intents.sendDtmf(call.id, tone)} />}
      {call.state === 'ended' && <Dismiss onClick={() => intents.dismiss(call.id)} />}
    </article>
  );
};

const Party = ({ call, formatNumber }: Pick<Props, 'call' | 'formatNumber'>) => {
  const { target, direction, isEmergency } = call;
  // What was sent has prefixes in front that cannot always be told from the number; what was typed has none of them.
  const isTarget = direction === 'outbound' && call.remote.number === target.sent;
  const remote = { ...call.remote, number: formatNumber(isTarget ? target.typed : call.remote.number) };
  return (
    <div class="party">
      {isEmergency && <p class="emergency">{text('callEmergency')}</p>}
      <h2>{partyName(remote)}</h2>
      {remote.displayName && !isAnonymous(remote) && <p class="number">{remote.number}</p>}
      {direction === 'outbound' && target.sent !== target.typed && target.sent !== remote.number && (
        <p class="number">{text('dialledAs', target.sent)}</p>
      )}
      {isEmergency && call.state !== 'ended' && <p class="location">{text('emergencyLocation')}</p>}
    </div>
  );
};

const NoMicrophone = ({ sentence }: { sentence: TextKey }) => (
  <Note tone="bad">
    <p>{text(sentence)}</p>
    <button type="button" class="quiet" onClick={openPermissionPage}>
      {text('microphoneSetUp')}
    </button>
  </Note>
);

const Dismiss = ({ onClick }: { onClick: () => void }) => (
  <button type="button" class="icon-button dismiss" aria-label={text('dismiss')} onClick={onClick}>
    <Icon name="cross" />
  </button>
);

// The button that placed the call is gone with the dial pad. The card takes the focus and not its red button, which a
// repeated Enter would press.
function useLostFocus() {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) card.current?.focus();
  }, []);
  return card;
}
