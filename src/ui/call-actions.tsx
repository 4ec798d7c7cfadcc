import { type Call, type CallId, isTalking } from '../core/call';
import { Icon, type IconName } from './icons';
import type { Intents } from './intents';
import { text } from './text';

type Look = 'begin' | 'end' | 'plain';
type Action = { label: string; icon: IconName; look: Look; onClick: () => void } & {
  /** Stands out, because what it does is on. */
  isOn?: boolean;
  isExpanded?: boolean;
};

const ActionButton = ({ label, icon, look, onClick, isOn, isExpanded }: Action) => (
  <button
    type="button"
    class={`action ${look} ${isOn ? 'on' : ''}`}
    aria-expanded={isExpanded}
    onClick={onClick}
  >
    <Icon name={icon} />
    <span>{label}</span>
  </button>
);

type CallIntents = Pick<Intents, 'decline' | 'hangUp' | 'mute'> & { answer: (id: CallId) => void };
type Props = { call: Call; intents: CallIntents; keypad: { isOpen: boolean; onToggle: () => void } };

/** Everything that can be done with a call in its present state. */
export const CallActions = ({ call, intents, keypad }: Props) => {
  if (call.state === 'ended') return null;
  if (call.state === 'ringing' && call.direction === 'inbound')
    return <Ringing call={call} intents={intents} />;
  const isUnanswered = call.direction === 'outbound' && !isTalking(call) && call.state !== 'connecting';
  return (
    <div class="actions">
      {isTalking(call) && (
        <>
          <ActionButton
            label={text(call.isMuted ? 'unmute' : 'mute')}
            icon={call.isMuted ? 'muted' : 'microphone'}
            look="plain"
            isOn={call.isMuted}
            onClick={() => intents.mute(call.id, !call.isMuted)}
          />
          <ActionButton
            label={text('keypad')}
            icon="keypad"
            look="plain"
            isOn={keypad.isOpen}
            isExpanded={keypad.isOpen}
            onClick={keypad.onToggle}
          />
        </>
      )}
      <ActionButton
        label={text(isUnanswered ? 'cancelCall' : 'hangUp')}
        icon="hangUp"
        look="end"
        onClick={() => intents.hangUp(call.id)}
      />
    </div>
  );
};

const Ringing = ({ call, intents }: Pick<Props, 'call' | 'intents'>) => (
  <div class="actions">
    <ActionButton
      label={text('answer')}
      icon="handset"
      look="begin"
      onClick={() => intents.answer(call.id)}
    />
    <ActionButton label={text('decline')} icon="hangUp" look="end" onClick={() => intents.decline(call.id)} />
  </div>
);
