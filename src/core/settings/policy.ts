import { type ServerChoice, serverInForce } from './server-choice';

/** What the administrator's policy says (`public/managed_schema.json`); what it does not say is left to the person. */
export type Policy = {
  readonly document: PolicyDocument | null;
  readonly server: ServerChoice | null;
  readonly extension: string | null;
  readonly mayStaySignedIn: boolean;
  readonly faults: readonly PolicyFault[];
};

export type PolicyDocument =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly url: string };

/** A policy that counts for nothing: it has the wrong kind of value, a value nobody can use, or another one says the same. */
export type PolicyFault = {
  readonly name: PolicyName;
  readonly why: 'wrong-kind' | 'unusable' | 'overruled';
};

export type PolicyName =
  | 'Profile'
  | 'ProfileText'
  | 'ProfileAddress'
  | 'AutomaticServer'
  | 'ServerName'
  | 'Extension'
  | 'MayStaySignedIn';

export const noPolicy: Policy = {
  document: null,
  server: null,
  extension: null,
  mayStaySignedIn: true,
  faults: [],
};

/** The extensions that somebody may sign in as. */
export const extensionPattern = /^[\w.+-]+$/;

/** The server that the policy chooses; null when it leaves that to the person, or names one that there is not. */
export function lockedServer(
  { server }: Policy,
  profiles: readonly { readonly name: string }[],
): ServerChoice | null {
  return server && serverInForce(server, profiles, undefined) ? server : null;
}
