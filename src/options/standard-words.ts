import type { FieldName } from '../core/profile/field-names';
import { defaultsOf, knownEmergencyNumbers } from '../core/profile/form-defaults';
import type { FormServer } from '../core/profile/form-document';
import { text } from '../ui/text';

/** What applies to each field of a server where nothing is written, in words. */
export function standardWords(server: FormServer): (name: FieldName) => string {
  const defaults = defaultsOf(server);
  return (name) => {
    // An address or a name can have no default.
    if (name === 'Name' || name === 'Address') return '';
    if (name === 'EmergencyNumbers') return text('formBesides', knownEmergencyNumbers(server).join(', '));
    if (name === 'DialRule') return text('summaryRulesOff');
    // Written and empty, it says that there is none.
    if (name === 'VoicemailNumber' && server.fields.get(name)?.value === '') return text('formNothing');
    const value = defaults[name] ?? '';
    if (typeof value === 'boolean') return text(value ? 'ruleYes' : 'ruleNo');
    return String(value) || text('formNothing');
  };
}
