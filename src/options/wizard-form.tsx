import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExampleKind, ExampleNumber } from '../core/dial/country-examples';
import { makeDialer } from '../core/dial/dial';
import type { DialRules } from '../core/dial/rules';
import { Note } from '../ui/note';
import { whySentence } from '../ui/reason-words';
import { languageTag, type TextKey, text } from '../ui/text';
import type { CountryPlans } from './use-country-plans';

type Props = {
  plans: CountryPlans;
  base: DialRules;
  onTake: (rules: DialRules) => void;
  onClose: () => void;
};

/** Country and area code, and what the rules that follow from them make of numbers there. */
export const WizardForm = ({ plans, base, onTake, onClose }: Props) => {
  const countries = useMemo(() => namedCountries(plans), [plans]);
  const [country, setCountry] = useState(() => likelyCountry(plans, base));
  const [areaCode, setAreaCode] = useState(base.cityCodes[0] ?? '');
  const rules = plans.rulesOfCountry(country, areaCode, base);
  const examples = plans.examplesOfCountry(country, rules);
  const isUnknownArea = areaCode.trim() !== '' && !examples.some(({ kind }) => kind === 'local');
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <>
      <div class="wizard-answers">
        <label>
          {text('wizardCountry')}
          <select
            ref={first}
            value={country}
            onChange={({ currentTarget }) => setCountry(currentTarget.value)}
          >
            {countries.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('wizardAreaCode')}
          <input
            type="text"
            inputMode="tel"
            dir="ltr"
            autocomplete="off"
            aria-describedby={id}
            value={areaCode}
            onInput={({ currentTarget }) => setAreaCode(currentTarget.value)}
          />
          <span id={id} class="hint">
            {text('wizardAreaCodeHint')}
          </span>
        </label>
      </div>
      {isUnknownArea && <Note tone="warning">{text('wizardUnknownArea')}</Note>}
      <Examples examples={examples} rules={rules} />
      <p class="hint">{text('wizardKept')}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => onTake(rules)}>
          {text('wizardTake')}
        </button>
        <button type="button" onClick={onClose}>
          {text('wizardClose')}
        </button>
      </div>
    </>
  );
};

const kindKeys: Readonly<Record<ExampleKind, TextKey>> = {
  extension: 'exampleExtension',
  local: 'exampleLocal',
  national: 'exampleNational',
  mobile: 'exampleMobile',
  'with-plus': 'exampleWithPlus',
  abroad: 'exampleAbroad',
  emergency: 'exampleEmergency',
};

const Examples = ({ examples, rules }: { examples: readonly ExampleNumber[]; rules: DialRules }) => {
  const dialNumber = makeDialer({ rules, emergencyNumbers: [] });
  const results = examples.map(({ kind, number }) => ({ kind, ...dialNumber(number) }));
  return (
    <table class="examples">
      <caption>{text('wizardExamples')}</caption>
      <tbody>
        {results.map(({ kind, typed, sent, why }) => (
          <tr key={kind}>
            <th scope="row">{text(kindKeys[kind])}</th>
            <td dir="ltr">{typed}</td>
            <td>
              <code>{sent}</code>
            </td>
            <td class="hint">{whySentence({ why })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function namedCountries(plans: CountryPlans): { code: string; label: string }[] {
  const names = new Intl.DisplayNames([languageTag()], { type: 'region' });
  const { compare } = new Intl.Collator(languageTag());
  return plans
    .listCountries()
    .map(({ code, callingCode }) => ({ code, label: `${names.of(code) ?? code} (+${callingCode})` }))
    .sort((one, other) => compare(one.label, other.label));
}

/** That of the rules, else that of the browser. */
function likelyCountry(plans: CountryPlans, { countryCode }: DialRules): string {
  const browsers = new Intl.Locale(languageTag()).maximize().region ?? '';
  return plans.countryOfCallingCode(countryCode) ?? browsers;
}
