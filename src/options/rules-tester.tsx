import { useId, useMemo } from 'preact/hooks';
import { makeDialer } from '../core/dial/dial';
import { dialSettings } from '../core/dial/dial-settings';
import type { Dialled, DialSettings } from '../core/dial/dialled';
import { emergencyNumbersFor } from '../core/dial/emergency';
import type { DialRules } from '../core/dial/rules';
import type { Profile } from '../core/profile/profile';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { exportResults } from './export-results';
import { TesterTable } from './tester-table';
import { loadCountryPlans } from './use-country-plans';

export type TesterNumbers = { numbers: string; onNumbers: (numbers: string) => void };

type Props = TesterNumbers & {
  profile: Profile;
  /** Null: off. */
  rules: DialRules | null;
  /** The rules are older than what stands in the form. */
  isHeld?: boolean;
};

/** What rules make of numbers, and how, while either is being changed. Nobody is called. */
export const RulesTester = ({ profile, rules, isHeld = false, numbers, onNumbers }: Props) => {
  const settings = useMemo(() => settingsFor(profile, rules), [profile, rules]);
  const results = useMemo(() => dialAll(numbers, settings), [numbers, settings]);
  const countryCode = rules?.countryCode ?? '';
  const addExamples = async () => {
    const plans = await loadCountryPlans();
    const country = plans?.countryOfCallingCode(countryCode);
    if (!plans || !rules || country === undefined) return;
    const examples = plans.examplesOfCountry(country, rules).map(({ number }) => number);
    onNumbers([numbers.trimEnd(), ...examples].filter((line) => line !== '').join('\n'));
  };
  const id = useId();
  return (
    <div class="tester">
      <h3>{text('testerHeading')}</h3>
      <p class="hint">{text('rulesEmergency', emergencyNumbers(settings))}</p>
      <label>
        {text('testerNumbers')}
        <textarea
          rows={Math.min(8, Math.max(3, results.length + 1))}
          dir="ltr"
          spellcheck={false}
          aria-describedby={id}
          value={numbers}
          onInput={({ currentTarget }) => onNumbers(currentTarget.value)}
        />
      </label>
      <p id={id} class="hint">
        {text('testerHint')}
      </p>
      <div class="buttons">
        {countryCode !== '' && (
          <button type="button" onClick={addExamples}>
            {text('testerExamples')}
          </button>
        )}
        {results.length > 0 && (
          <button type="button" onClick={() => exportResults(results)}>
            {text('testerExport', String(results.length))}
          </button>
        )}
      </div>
      {isHeld && results.length > 0 && <Note tone="warning">{text('testerHeld')}</Note>}
      {results.length > 0 && <TesterTable results={results} />}
    </div>
  );
};

function settingsFor(profile: Profile, rules: DialRules | null): DialSettings {
  return rules ? dialSettings({ ...profile, dialRule: 'own' }, rules) : dialSettings(profile, null);
}

/** Lists come from spreadsheets too, so a tab ends a number like the end of a line. */
function dialAll(numbers: string, settings: DialSettings): readonly Dialled[] {
  const dialNumber = makeDialer(settings);
  const typed = numbers.split(/[\n\r\t]+/).map((line) => line.trim());
  return typed.filter((number) => number !== '').map((number) => dialNumber(number));
}

function emergencyNumbers({ rules, countryCode, emergencyNumbers: given }: DialSettings): string {
  return emergencyNumbersFor(rules?.countryCode || countryCode || '', given).join(', ');
}
