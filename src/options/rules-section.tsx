import { useState } from 'preact/hooks';
import type { Intents } from '../ui/intents';
import type { PageState } from '../ui/page-state';
import { serverInUse } from '../ui/server-in-use';
import { text } from '../ui/text';
import { RulesGiven } from './rules-given';
import { RulesOwn } from './rules-own';
import { Section } from './section';

type Props = { state: PageState; intents: Pick<Intents, 'useRules'> };

/** Whose dial rules hold, which they are, and what they make of numbers. */
export const RulesSection = ({ state, intents }: Props) => {
  const [numbers, setNumbers] = useState('');
  const server = serverInUse(state);
  const isOneOfSeveral = (state.profile?.profiles.length ?? 0) > 1;
  const tester = { numbers, onNumbers: setNumbers };
  return (
    <Section id="rules" heading={text('rulesHeading')}>
      <p>
        {text('rulesLead')} {server && isOneOfSeveral && text('rulesServer', server.name)}
      </p>
      {!server && <p>{text('rulesNoProfile')}</p>}
      {server?.dialRule === 'own' && (
        <RulesOwn
          key={server.name}
          profile={server}
          saved={state.ownRules}
          tester={tester}
          onSave={intents.useRules}
        />
      )}
      {server && server.dialRule !== 'own' && (
        <RulesGiven key={server.name} profile={server} tester={tester} />
      )}
    </Section>
  );
};
