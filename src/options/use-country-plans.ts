import { useEffect, useState } from 'preact/hooks';
import { log } from '../platform/log';

export type CountryPlans = typeof import('../core/dial/country-plans');

/** The numbering plans of all countries, read when the one who asks for them is drawn. */
export function useCountryPlans(): CountryPlans | 'loading' | 'failed' {
  const [plans, setPlans] = useState<CountryPlans | 'loading' | 'failed'>('loading');
  useEffect(() => {
    void loadCountryPlans().then((loaded) => setPlans(loaded ?? 'failed'));
  }, []);
  return plans;
}

export async function loadCountryPlans(): Promise<CountryPlans | undefined> {
  try {
    return await import('../core/dial/country-plans');
  } catch (error) {
    log.error('numbering plans not loaded', { error: String(error) });
    return undefined;
  }
}
