import { EMPTY_DIAL_RULES } from '../core/dial/rules';
import type { Hit } from '../core/page-numbers/decide';
import type { Candidate } from '../core/page-numbers/find-candidates';
import { type NumberPlans, numberPlansName } from '../core/page-numbers/number-plans';
import type { Reader } from '../core/page-numbers/plans';
import { browser } from '../platform/browser';
import { installScript, loadScript } from '../platform/load-script';
import { dialSettingsInForce } from './dial';

/** libphonenumber with its plans: three times as much as the whole worker, and needed only while pages with numbers are open. */
const script = '/src/numbers/main.js';

export function installNumberPlans(): void {
  installScript(script);
}

/** Made again whenever rules change or the worker starts: nothing that cannot be read again. */
let made: { key: string; decide: ReturnType<NumberPlans> } | undefined;

/** For each candidate the numbers in it, by the numbering plans, the person's country and the dial rules in force. */
export async function decidePageNumbers(
  candidates: readonly Candidate[],
): Promise<readonly (readonly Hit[])[]> {
  const reader = await readReader();
  const key = JSON.stringify(reader);
  if (made?.key !== key) made = { key, decide: plansOf(reader) };
  return candidates.map(made.decide);
}

function plansOf(reader: Reader): ReturnType<NumberPlans> {
  if (!Reflect.has(globalThis, numberPlansName)) loadScript(script);
  const plans: NumberPlans | undefined = Reflect.get(globalThis, numberPlansName);
  return plans ? plans(reader) : () => [];
}

async function readReader(): Promise<Reader> {
  const settings = await dialSettingsInForce();
  const countryCode = settings?.countryCode ?? '';
  const [, region = ''] = /-([A-Z]{2})$/.exec(browser.i18n.getUILanguage()) ?? [];
  // With rules off, a country may be known all the same.
  return {
    rules: settings?.rules ?? (countryCode === '' ? null : { ...EMPTY_DIAL_RULES, countryCode }),
    region,
  };
}
