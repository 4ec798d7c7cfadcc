import type { ColleaguesFound } from '../bus/protocol';
import { type Colleague, cardOf } from '../core/directory/colleague';
import type { Card } from '../core/directory/contact';
import { spacesApi } from '../core/directory/spaces-api';
import { browser } from '../platform/browser';
import { writeItems } from '../platform/storage';
import { forgetColleagues } from '../store/colleagues';
import { Icon } from '../ui/icons';
import type { Intents } from '../ui/intents';
import type { PageState } from '../ui/page-state';
import { type TextKey, text } from '../ui/text';
import { useColleagueSwitch, useColleagues } from '../ui/use-colleagues';

type Props = {
  typed: string;
  state: PageState;
  intents: Intents;
  onAdd: (card: Card) => Promise<unknown>;
};

const whys: Readonly<Record<Extract<ColleaguesFound, { ok: false }>['why'], TextKey | null>> = {
  off: null,
  'not-signed-on': 'colleaguesNotSignedOn',
  'no-leave': 'colleaguesNoLeave',
  refused: 'colleaguesNotSignedOn',
  unreachable: 'colleaguesUnreachable',
};

/** People of Avaya Spaces beside those of the directory, for who has signed on there; with the switch that turns them on. */
export const Colleagues = ({ typed, state, intents, onAdd }: Props) => {
  const isOn = useColleagueSwitch();
  const found = useColleagues(typed, isOn, intents);
  if (state.account?.by !== 'single-sign-on') return null;
  const why = found && !found.ok ? whys[found.why] : null;
  return (
    <section class="colleagues" aria-label={text('colleagues')}>
      <label class="check">
        <input type="checkbox" checked={isOn} onChange={(event) => void turn(event.currentTarget.checked)} />
        {text('colleaguesSearch')}
      </label>
      {why && <p class="hint">{text(why)}</p>}
      {found?.ok && found.people.length > 0 && (
        <ul>
          {found.people.map((person) => (
            <Person key={person.id} person={person} intents={intents} onAdd={onAdd} />
          ))}
        </ul>
      )}
    </section>
  );
};

type PersonProps = { person: Colleague; intents: Intents; onAdd: Props['onAdd'] };

const Person = ({ person, intents, onAdd }: PersonProps) => (
  <li>
    <span class="who">
      <strong>{person.name}</strong>
      <span class="number">{person.emails[0]}</span>
    </span>
    {person.numbers.map((number) => (
      <button
        key={number}
        type="button"
        class="call-number"
        aria-label={text('callParty', number)}
        onClick={() => void intents.dial({ typed: number, asTyped: false })}
      >
        <Icon name="handset" />
        <bdi>{number}</bdi>
      </button>
    ))}
    <button type="button" class="quiet" onClick={() => void onAdd(cardOf(person))}>
      {text('addToDirectory')}
    </button>
  </li>
);

/** Has to be called right from the click: leave to reach the service is asked for here. */
async function turn(isOn: boolean): Promise<void> {
  const isGranted = isOn && (await browser.permissions.request({ origins: [spacesApi.origin] }));
  await writeItems('local', { searchesColleagues: isGranted });
  if (!isOn) await forgetColleagues();
}
