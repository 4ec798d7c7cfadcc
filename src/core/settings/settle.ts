import { lockedServer, type Policy } from './policy';
import type { ServerChoice } from './server-choice';
import { documentInForce, type InForce, type ReadProfiles, type Sources } from './sources';

/** Who signed in last, and whether that is to be done again by itself; the part that a policy can have a say in. */
export type Account = {
  readonly server: ServerChoice;
  readonly extension: string;
  readonly isSignedIn: boolean;
};

/** What all sources and the policy come to. */
export type Settled<A> = { readonly document: InForce | null; readonly account: A | undefined };

/**
 * The one place where document, policy and the person's choices are merged. Whoever is signed in with an extension that the policy does
 * not want is signed out, because the password belongs to that extension.
 */
export async function settle<A extends Account>(
  { sources, policy, account }: { sources: Sources; policy: Policy; account: A | undefined },
  read: ReadProfiles,
): Promise<Settled<A>> {
  const document = await documentInForce(sources, read);
  if (!account) return { document, account };
  const server = lockedServer(policy, document?.profiles ?? []) ?? account.server;
  const extension = policy.extension ?? account.extension;
  const isSignedIn = account.isSignedIn && extension === account.extension;
  return { document, account: { ...account, server, extension, isSignedIn } };
}
