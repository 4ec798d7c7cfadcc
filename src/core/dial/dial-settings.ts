import type { DialSettings } from './dialled';
import type { DialRules } from './rules';

/** What a profile says about dialling. */
export type DialProfile = {
  /** Whose rules hold: the profile's, locked; the person's own; nobody's. */
  dialRule: 'profile' | 'own' | 'off';
  rules: DialRules;
  emergencyNumbers: readonly string[];
};

/**
 * What the dialler needs, from the profile and the person's own rules (null: none saved yet, then the profile's
 * are what one starts from). With rules off, the profile's country still says which numbers are emergency numbers.
 */
export function dialSettings(profile: DialProfile, own: DialRules | null): DialSettings {
  const { dialRule, emergencyNumbers } = profile;
  const { countryCode } = profile.rules;
  if (dialRule === 'off') return { rules: null, countryCode, emergencyNumbers };
  const rules = dialRule === 'own' ? (own ?? profile.rules) : profile.rules;
  return { rules, countryCode, emergencyNumbers };
}
