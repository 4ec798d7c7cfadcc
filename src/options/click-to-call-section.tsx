import type { ClickToCall, Client } from '../core/page-numbers/click-to-call';
import { clients } from '../core/page-numbers/click-to-call';
import type { Intents } from '../ui/intents';
import { SetByAdministrator } from '../ui/set-by-administrator';
import { type TextKey, text } from '../ui/text';
import { AllSites } from './all-sites';
import { ExcludedSites } from './excluded-sites';
import { FoundSites } from './found-sites';
import { Section } from './section';
import { TelLinks } from './tel-links';
import { useClickSettings } from './use-click-settings';

const names = {
  offhook: 'clientOffhook',
  workplace: 'clientWorkplace',
  ask: 'clientAsk',
} as const satisfies Record<Client, TextKey>;

/** By what numbers on web pages are called, and on which pages they are found. */
export const ClickToCallSection = ({ intents }: { intents: Pick<Intents, 'useClickToCall'> }) => {
  const settings = useClickSettings();
  if (!settings) return null;
  const { own, policy } = settings;
  const change = (part: Partial<ClickToCall>) => void intents.useClickToCall({ ...own, ...part });
  const isClientLocked = policy.client !== null;
  return (
    <Section id="click-to-call" heading={text('clickToCallHeading')}>
      <fieldset disabled={isClientLocked}>
        <legend>{text('clickToCallClient')}</legend>
        {clients.map((client) => (
          <label key={client} class="check">
            <input
              type="radio"
              name="client"
              checked={(policy.client ?? own.client) === client}
              onChange={() => change({ client })}
            />
            {text(names[client])}
          </label>
        ))}
        {isClientLocked && <SetByAdministrator />}
      </fieldset>
      <FoundSites
        own={own.sites}
        byPolicy={policy.sites}
        onRemove={(site) => change({ sites: own.sites.filter((other) => other !== site) })}
      />
      <AllSites
        isOn={policy.everywhere ?? own.everywhere}
        isLocked={policy.everywhere !== null}
        onChange={(everywhere) => change({ everywhere })}
      />
      <ExcludedSites
        hosts={own.excluded}
        byPolicy={policy.excluded}
        onChange={(excluded) => change({ excluded })}
      />
      <TelLinks />
    </Section>
  );
};
