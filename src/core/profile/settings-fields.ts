/** The fields of a profile that the parameters of a `46xxsettings.txt` give. */
import type { FieldName } from './field-names';
import type { Assignment } from './run-settings-file';
import {
  type Assigned,
  assignmentOf,
  EMERGENCY_PARAMETERS,
  FLAG_PARAMETERS,
  flagOf,
  TEXT_PARAMETERS,
} from './settings-parameters';

type Use = (assignment: Assignment, field: FieldName) => void;
type Refuse = (assignment: Assignment, wanted: string) => void;

/** Values are not checked here but by the profile's parser, except where 0 and 1 become false and true. */
export function fieldsOf(assigned: Assigned, use: Use, refuse: Refuse): ReadonlyMap<FieldName, unknown> {
  const fields = new Map<FieldName, unknown>();
  for (const [field, ...names] of TEXT_PARAMETERS) {
    const assignment = assignmentOf(names, assigned);
    if (!assignment) continue;
    use(assignment, field);
    fields.set(field, assignment.value);
  }
  for (const [field, ...names] of FLAG_PARAMETERS) addFlag(field, assignmentOf(names, assigned));
  const emergency = EMERGENCY_PARAMETERS.flatMap((name) => assignmentOf([name], assigned) ?? []);
  for (const assignment of emergency) use(assignment, 'EmergencyNumbers');
  if (emergency.length > 0)
    fields.set('EmergencyNumbers', [...new Set(emergency.map(({ value }) => value))].join(','));
  addServers(assigned.get('SIP_CONTROLLER_LIST'));
  addDialRule(assigned.get('ENHDIALSTAT'));
  return fields;

  function addFlag(field: FieldName, assignment: Assignment | undefined): void {
    const value = assignment && flagOf(assignment.value);
    if (assignment && value === undefined) refuse(assignment, '0 or 1');
    if (!assignment || value === undefined) return;
    use(assignment, field);
    fields.set(field, value);
  }

  function addServers(assignment: Assignment | undefined): void {
    const [first, ...others] = controllers(assignment?.value ?? '');
    if (!assignment || first === undefined) return;
    use(assignment, 'Address');
    fields.set('Address', first);
    if (others.length === 0) return;
    fields.set('SecondaryAddress', others);
    fields.set('AutoFailover', true);
  }

  /** 0 is off; 1 and 2 are on, with 2 for typed numbers too. A file with a dial plan and no word on it means 1, the default. */
  function addDialRule(assignment: Assignment | undefined): void {
    const hasPlan = fields.has('OutsidePrefix') || fields.has('CountryCode');
    const value = assignment ? flagOf(assignment.value) : hasPlan || undefined;
    if (assignment && value === undefined) refuse(assignment, '0, 1 or 2');
    if (assignment && value !== undefined) use(assignment, 'DialRule');
    if (value) fields.set('DialRule', true);
  }
}

/**
 * `host[:port][;transport=xxx]` with commas. Their ports are those of SIP over TLS or TCP, where no WebSocket answers,
 * so the port counts only when the transport is a WebSocket.
 */
function controllers(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [server = '', ...parameters] = item.split(';');
      const transport = parameters
        .map((parameter) => /^\s*transport=(\w+)/i.exec(parameter)?.[1]?.toLowerCase())
        .find(Boolean);
      if (transport === 'ws') return `ws://${server}`;
      return transport === 'wss' ? server : server.replace(/^(\[.*\]|[^:]*):\d+$/, '$1');
    });
}
