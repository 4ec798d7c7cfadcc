import type { ProfileDocument } from '../bus/protocol';
import { parseProfile } from '../core/profile/parse-profile';

/** For tests: a document with one server, Denver, changed as wanted. */
export function makeProfileDocument(change: Record<string, unknown> = {}): ProfileDocument {
  const server = {
    Name: 'Denver',
    Address: 'one.example.com',
    SIPDomain: 'example.com',
    SecondaryAddress: 'two.example.com',
    ...change,
  };
  const text = JSON.stringify({ IP_Office_Server_Profile: [server] });
  const parsed = parseProfile(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return { text, profiles: parsed.profiles };
}
