import { useId } from 'preact/hooks';
import type { Profile } from '../core/profile/profile';
import { automatic, type ServerChoice } from '../core/settings/server-choice';
import { SetByAdministrator } from './set-by-administrator';
import { type TextKey, text } from './text';
import { type Reach, useServerReach } from './use-server-reach';

type Server = Pick<Profile, 'name' | 'gateways'>;
type Props = {
  servers: readonly Server[];
  choice: ServerChoice;
  /** The administrator has chosen; the others are still shown with their state. */
  isLocked: boolean;
  onChoice: (choice: ServerChoice) => void;
};

const reachKeys: Readonly<Record<Reach, TextKey>> = {
  asking: 'serverAsking',
  reachable: 'serverReachable',
  unreachable: 'serverUnreachable',
};

/** The servers of the profile by name, each with whether it can be reached from here; and Automatic, which takes one that can. */
export const ServerPicker = ({ servers, choice, isLocked, onChoice }: Props) => {
  const reach = useServerReach(servers);
  if (servers.length < 2) return <OnlyServer name={servers[0]?.name ?? ''} />;
  return (
    <fieldset class="server-picker" disabled={isLocked}>
      <legend>{text('server')}</legend>
      <div class="choices">
        <Choice
          name={text('serverAutomatic')}
          hint={text('serverAutomaticHint')}
          isChosen={choice.kind === 'automatic'}
          onChoose={() => onChoice(automatic)}
        />
        {servers.map(({ name }) => {
          const state = reach.get(name) ?? 'asking';
          return (
            <Choice
              key={name}
              name={name}
              hint={text(reachKeys[state])}
              reach={state}
              isChosen={choice.kind === 'named' && choice.name === name}
              onChoose={() => onChoice({ kind: 'named', name })}
            />
          );
        })}
      </div>
      {isLocked && <SetByAdministrator />}
    </fieldset>
  );
};

const OnlyServer = ({ name }: { name: string }) => (
  <label>
    {text('server')}
    <input readOnly class="locked" value={name} />
  </label>
);

type ChoiceProps = { name: string; hint: string; reach?: Reach; isChosen: boolean; onChoose: () => void };

const Choice = ({ name, hint, reach, isChosen, onChoose }: ChoiceProps) => {
  const id = useId();
  return (
    <div class="choice">
      <label>
        <input type="radio" name="server" checked={isChosen} aria-describedby={id} onChange={onChoose} />
        <span class="choice-name">{name}</span>
      </label>
      <span id={id} class="choice-hint" data-reach={reach}>
        {hint}
      </span>
    </div>
  );
};
