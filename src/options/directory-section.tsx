import { useState } from 'preact/hooks';
import {
  matchingDigitsInForce,
  mostMatchingDigits,
  parseMatchingDigits,
} from '../core/directory/matching-digits';
import { writeItems } from '../platform/storage';
import { openDirectory } from '../ui/open-page';
import type { PageState } from '../ui/page-state';
import { SetByAdministrator } from '../ui/set-by-administrator';
import { text } from '../ui/text';
import { Section } from './section';

type Props = { state: Pick<PageState, 'profile' | 'matchingDigits'> };

/** How callers are told by the directory. What the settings file says of it, nobody changes here. */
export const DirectorySection = ({ state }: Props) => {
  const bySettingsFile = state.profile?.preferences?.contactMatchingMinDigits;
  const [typed, setTyped] = useState<string>();
  const inForce = String(matchingDigitsInForce(bySettingsFile, state.matchingDigits));
  const isWrong = typed !== undefined && parseMatchingDigits(typed) === null;
  const change = (value: string) => {
    setTyped(value);
    const meant = parseMatchingDigits(value);
    if (meant !== null) void writeItems('local', { matchingDigits: meant });
  };
  return (
    <Section id="directory" heading={text('directory')}>
      <div class="matching-digits">
        <label>
          {text('matchingDigits')}
          <input
            inputMode="numeric"
            maxLength={2}
            value={bySettingsFile === undefined ? (typed ?? inForce) : inForce}
            disabled={bySettingsFile !== undefined}
            aria-invalid={isWrong}
            aria-describedby="matching-digits-hint"
            onInput={({ currentTarget }) => change(currentTarget.value)}
          />
        </label>
        {bySettingsFile !== undefined && <SetByAdministrator />}
        <p id="matching-digits-hint" class="hint" role="status">
          {isWrong ? text('matchingDigitsWrong', String(mostMatchingDigits)) : text('matchingDigitsHint')}
        </p>
      </div>
      <button type="button" onClick={() => openDirectory()}>
        {text('directoryOpen')}
      </button>
    </Section>
  );
};
