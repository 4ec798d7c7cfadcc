import { useState } from 'preact/hooks';
import { type Call, isLive } from '../core/call';
import { CallCard } from '../ui/call-card';
import type { Intents } from '../ui/intents';
import { later } from '../ui/later';
import type { PageState } from '../ui/page-state';
import { RegistrationFailed } from '../ui/registration-state';
import { text } from '../ui/text';
import { useMatching, useNamedCalls } from '../ui/use-contact-names';
import { useDialSettings } from '../ui/use-dial-settings';
import { useNumberFormat } from '../ui/use-number-format';
import { usePresence } from '../ui/use-presence';
import { Dialer } from './dialer';
import { emptyDraft } from './draft';
import { Tabs } from './tabs';
import { useHandedDraft } from './use-handed-draft';

const RecentCalls = later(async () => (await import('./recent-calls')).RecentCalls);

/** Signed in: calls on top; the dial pad and the recent calls while there is none. */
export const Phone = ({ state, intents }: { state: PageState; intents: Intents }) => {
  const [tab, setTab] = useState<'dial' | 'recent'>('dial');
  const [draft, setDraft] = useState(emptyDraft);
  useHandedDraft((typed) => {
    setTab('dial');
    setDraft({ ...emptyDraft, typed });
  });
  const settings = useDialSettings(state);
  const formatNumber = useNumberFormat(settings.rules);
  const presenceOf = usePresence(state);
  const { registration } = state.snapshot;
  const matching = useMatching(state);
  const calls = useNamedCalls(state.snapshot.calls, matching);
  return (
    <>
      <RegistrationFailed registration={registration} />
      {liveFirst(calls).map((call) => (
        <CallCard key={call.id} call={call} intents={intents} formatNumber={formatNumber} />
      ))}
      {!calls.some(isLive) && (
        <Tabs
          chosen={tab}
          onChoose={setTab}
          tabs={[
            { id: 'dial', label: text('tabDial') },
            { id: 'recent', label: text('tabRecent'), badge: missedBadge(state.missedCount) },
          ]}
        >
          {tab === 'dial' ? (
            <Dialer
              draft={draft}
              onDraft={setDraft}
              settings={settings}
              matching={matching}
              formatNumber={formatNumber}
              presenceOf={presenceOf}
              intents={intents}
            />
          ) : (
            <RecentCalls
              state={state}
              intents={intents}
              rules={settings.rules}
              matching={matching}
              formatNumber={formatNumber}
            />
          )}
        </Tabs>
      )}
    </>
  );
};

function missedBadge(count: number) {
  return count === 0 ? undefined : { shown: String(count), label: text('missedCalls', String(count)) };
}

function liveFirst(calls: readonly Call[]): Call[] {
  return calls.toSorted((a, b) => Number(isLive(b)) - Number(isLive(a)));
}
