import { lockedServer, noPolicy, type Policy } from '../core/settings/policy';
import { toPolicySource } from '../core/settings/policy-source';
import { readPolicy } from '../core/settings/read-policy';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readItem, readItems, removeItems } from '../platform/storage';
import { keepPolicyFollowed } from './policy-followed';
import { type Change, changeSources } from './profile-sources';
import { readText } from './read-documents';

const secondLookMs = 3_000;

/** What the administrator's policy says now comes into force, and what it no longer says goes. */
export async function followPolicy(): Promise<Change> {
  const items = await browser.storage.managed.get(null);
  const policy = readPolicy(items);
  for (const { name, why } of policy.faults) log.warn('policy of no use', { name, why });
  const { document } = policy;
  const isNew = document?.kind === 'text' && !(await isTaken(document.text));
  const reading = isNew ? await readText(document.text) : null;
  if (!policy.mayStaySignedIn) await removeItems('local', ['rememberedSecret']);
  const change = await changeSources(({ sources: { policy: before, ...own } }) => {
    if (document?.kind === 'text' && !isNew) return { policy };
    const source = toPolicySource(document, before, { reading, now: Date.now() });
    return { policy, sources: { ...own, ...(source ? { policy: source } : {}) } };
  });
  await keepPolicyFollowed(items);
  return change;
}

/** Whether this text of a policy has been read and taken before. */
async function isTaken(text: string): Promise<boolean> {
  const before = (await readItem('local', 'sources'))?.policy;
  return before?.kind === 'text' && before.problems.length === 0 && before.copy?.text === text;
}

/**
 * The same at a start of the worker. The browser may read its policies only a moment after it has started us, so one that is gone is
 * looked for once more before anything is forgotten.
 */
export async function followPolicyAtStart(): Promise<Change> {
  const { policy, sources } = await readItems('local', ['policy', 'sources']);
  const hadOne = sources?.policy !== undefined || saysAnything(policy ?? noPolicy);
  const isGone = Object.keys(await browser.storage.managed.get(null)).length === 0;
  if (hadOne && isGone) await new Promise((resolve) => setTimeout(resolve, secondLookMs));
  return followPolicy();
}

function saysAnything({ server, extension, mayStaySignedIn }: Policy): boolean {
  return server !== null || extension !== null || !mayStaySignedIn;
}

/** What somebody wants to sign in with, as far as the policy lets them. */
export async function underPolicy<W extends Wish>(wish: W): Promise<W> {
  const { policy, profile } = await readItems('local', ['policy', 'profile']);
  if (!policy) return wish;
  const server = lockedServer(policy, profile?.profiles ?? []) ?? wish.server;
  const remember = wish.remember === undefined ? {} : { remember: wish.remember && policy.mayStaySignedIn };
  return { ...wish, server, extension: policy.extension ?? wish.extension, ...remember };
}

export type Wish = {
  readonly server: NonNullable<Policy['server']>;
  readonly extension: string;
  readonly remember?: boolean;
};
