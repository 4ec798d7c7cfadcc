import { Icon } from '../ui/icons';
import type { Intents } from '../ui/intents';
import type { PageState } from '../ui/page-state';
import { type TextKey, text } from '../ui/text';
import { AboutSection } from './about-section';
import { AccountSection } from './account-section';
import { ClickToCallSection } from './click-to-call-section';
import { DirectorySection } from './directory-section';
import { LogSection } from './log-section';
import { mayDownloadLog } from './may-download-log';
import { MicrophoneSection } from './microphone-section';
import { ProfileSection } from './profile-section';
import { RulesSection } from './rules-section';
import { TransferSection } from './transfer-section';

const sections = {
  profile: 'profileHeading',
  account: 'accountHeading',
  rules: 'rulesHeading',
  microphone: 'microphoneHeading',
  'click-to-call': 'clickToCallHeading',
  directory: 'directory',
  transfer: 'transferHeading',
  log: 'logHeading',
  about: 'aboutHeading',
} as const satisfies Record<string, TextKey>;

/** Everything that is set up once. */
export const Options = ({ state, intents }: { state: PageState; intents: Intents }) => {
  const hasLog = mayDownloadLog(state);
  return (
    <>
      <header class="page-header">
        <h1>
          <span class="emblem">
            <Icon name="handset" />
          </span>
          {text('appName')}
        </h1>
        <nav aria-label={text('sections')}>
          {Object.entries(sections).map(
            ([id, heading]) =>
              (id !== 'log' || hasLog) && (
                <a key={id} href={`#${id}`}>
                  {text(heading)}
                </a>
              ),
          )}
        </nav>
      </header>
      <main>
        <ProfileSection state={state} intents={intents} />
        <AccountSection state={state} intents={intents} />
        <RulesSection state={state} intents={intents} />
        <MicrophoneSection />
        <ClickToCallSection intents={intents} />
        <DirectorySection state={state} />
        <TransferSection state={state} intents={intents} />
        {hasLog && <LogSection />}
        <AboutSection />
      </main>
    </>
  );
};
