import * as v from 'valibot';
import { readAddressText } from './address';
import {
  extensionPattern,
  type Policy,
  type PolicyDocument,
  type PolicyFault,
  type PolicyName,
} from './policy';
import { automatic } from './server-choice';

const kinds = {
  Profile: v.record(v.string(), v.unknown()),
  ProfileText: v.pipe(v.string(), v.regex(/\S/)),
  ProfileAddress: v.pipe(v.string(), v.regex(/\S/)),
  AutomaticServer: v.boolean(),
  ServerName: v.pipe(v.string(), v.regex(/\S/)),
  Extension: v.pipe(v.string(), v.regex(/\S/)),
  MayStaySignedIn: v.boolean(),
} satisfies Record<PolicyName, v.GenericSchema>;
/** Never throws. `items` is all that `chrome.storage.managed` has. */
export function readPolicy(items: Readonly<Record<string, unknown>>): Policy {
  const faults: PolicyFault[] = [];
  const fault = (name: PolicyName, why: PolicyFault['why']) => {
    faults.push({ name, why });
    return null;
  };
  const read = <N extends PolicyName>(name: N): v.InferOutput<(typeof kinds)[N]> | null => {
    const value = items[name];
    // An empty text is how a policy editor says that there is nothing.
    if (value === undefined || value === null || value === '') return null;
    const result = v.safeParse(kinds[name], value);
    return result.success ? result.output : fault(name, 'wrong-kind');
  };
  const document = readPolicyDocument(read, fault);
  const serverName = read('ServerName');
  const isAutomatic = read('AutomaticServer') === true;
  if (isAutomatic && serverName !== null) fault('ServerName', 'overruled');
  const extension = read('Extension')?.trim() ?? null;
  return {
    document,
    server: isAutomatic ? automatic : serverName === null ? null : { kind: 'named', name: serverName.trim() },
    extension:
      extension === null || extensionPattern.test(extension) ? extension : fault('Extension', 'unusable'),
    mayStaySignedIn: read('MayStaySignedIn') ?? true,
    faults,
  };
}

type Read = <N extends PolicyName>(name: N) => v.InferOutput<(typeof kinds)[N]> | null;

/** Of several documents the first counts: an object before a text before an address. */
function readPolicyDocument(
  read: Read,
  fault: (name: PolicyName, why: PolicyFault['why']) => null,
): PolicyDocument | null {
  const profile = read('Profile');
  const text = read('ProfileText');
  const address = read('ProfileAddress');
  const hasProfile = profile !== null && Object.keys(profile).length > 0;
  if (hasProfile && text !== null) fault('ProfileText', 'overruled');
  if ((hasProfile || text !== null) && address !== null) fault('ProfileAddress', 'overruled');
  if (hasProfile) return { kind: 'text', text: `${JSON.stringify(profile, null, 2)}\n` };
  if (text !== null) return { kind: 'text', text };
  if (address === null) return null;
  const written = readAddressText(address);
  return written.ok ? { kind: 'address', url: written.url } : fault('ProfileAddress', 'unusable');
}
