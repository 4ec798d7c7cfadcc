/** What applies to a server where its document says nothing, which may depend on what it does say. */
import { emergencyNumbersFor } from '../dial/emergency';
import { ROOT_KEYS } from './field-names';
import type { FormServer } from './form-document';
import { KINDS, parseProfile } from './parse-profile';
import type { Profile } from './profile';
import { type ProfileFields, toFields } from './profile-fields';

/** Every field as if only the kind and the address of the server were written; without a usable address no domain follows. */
export function defaultsOf({ kind, fields }: FormServer): Partial<ProfileFields> {
  const given = fieldsFor(kind, fields.get('Address')?.value ?? '');
  return given ?? { ...fieldsFor(kind, 'nowhere.invalid'), SIPDomain: '' };
}

/** The emergency numbers that hold whatever the document adds to them. */
export function knownEmergencyNumbers({ fields }: FormServer): readonly string[] {
  return emergencyNumbersFor(fields.get('CountryCode')?.value ?? '');
}

function fieldsFor(kind: Profile['kind'], address: string): ProfileFields | undefined {
  const key = ROOT_KEYS.find((one) => KINDS[one] === kind) ?? ROOT_KEYS[0];
  const result = parseProfile(JSON.stringify({ [key]: [{ Name: 'Default', Address: address }] }));
  const [profile] = result.ok ? result.profiles : [];
  return profile ? toFields(profile) : undefined;
}
