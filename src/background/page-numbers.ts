import { EMPTY_DIAL_RULES } from '../core/dial/rules';
import type { Hit, makeDecide } from '../core/page-numbers/decide';
import type { Candidate } from '../core/page-numbers/find-candidates';
import type { Reader } from '../core/page-numbers/plans';
import { browser } from '../platform/browser';
import { dialSettingsInForce } from './dial';

type Decide = ReturnType<typeof makeDecide>;

/** Made again whenever rules change or the worker starts: nothing that cannot be read again. */
let made: { key: string; decide: Decide } | undefined;

/** For each candidate the numbers in it, by the numbering plans, the person's country and the dial rules in force. */
export async function decidePageNumbers(
  candidates: readonly Candidate[],
): Promise<readonly (readonly Hit[])[]> {
  const [reader, { decideByPlans }] = await Promise.all([
    readReader(),
    import('../core/page-numbers/number-plans'),
  ]);
  const key = JSON.stringify(reader);
  if (made?.key !== key) made = { key, decide: decideByPlans(reader) };
  return candidates.map(made.decide);
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
