import type { ProfileDocument } from '../bus/protocol';
import type { DialRules } from '../core/dial/rules';
import { type AddressReading, afterReading } from '../core/settings/address';
import { addressToFetch } from '../core/settings/address-to-fetch';
import {
  withAddress,
  withDocument,
  withImported,
  withoutOwn,
  withReading,
} from '../core/settings/change-sources';
import { isSame } from '../core/settings/is-same';
import { noPolicy, type Policy } from '../core/settings/policy';
import type { PortableSettings } from '../core/settings/portable-settings';
import { settle } from '../core/settings/settle';
import {
  type AddressSource,
  type InForce,
  isLocked,
  type OwnSource,
  type Sources,
} from '../core/settings/sources';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { type LocalItems, readItem, readItems, removeItems, writeItems } from '../platform/storage';
import { type ReadBefore, readAt, readUnlessKnown } from './read-documents';
import { makeTurns } from './turns';

type Account = LocalItems['account'];
type Kept = {
  readonly sources: Sources;
  readonly policy: Policy;
  readonly account: Account | undefined;
  readonly ownRules: DialRules | undefined;
};
const keys = ['sources', 'policy', 'account', 'ownRules', 'profile'] as const;
type Items = Partial<Pick<LocalItems, (typeof keys)[number]>>;
type Address = Pick<AddressSource, 'url' | 'pick'>;

/** Whether another document or account is in force than before, and whether somebody was signed out by that. */
export type Change = { readonly isNew: boolean; readonly isSignedOut: boolean };

const inTurn = makeTurns();

/** Changes what the sources have, one change at a time, and puts in force what then goes before everything else. */
export function changeSources(change: (kept: Kept) => Partial<Kept>, byPage?: ReadBefore): Promise<Change> {
  return inTurn(async () => {
    const items = await readItems('local', keys);
    const { sources = {}, policy = noPolicy, account, ownRules } = items;
    const before = { sources, policy, account, ownRules };
    return putInForce(items, { ...before, ...change(before) }, byPage);
  });
}

async function putInForce(before: Items, kept: Kept, byPage?: ReadBefore): Promise<Change> {
  const { document, account } = await settle(kept, readUnlessKnown(before.profile, byPage));
  const profile = document ? profileOf(document) : undefined;
  const items = { sources: kept.sources, policy: kept.policy, ownRules: kept.ownRules, account, profile };
  const changed = keys.filter((key) => !isSame(items[key], before[key]));
  const written = changed.filter((key) => items[key] !== undefined);
  // All at once, so that nobody sees a document without its account.
  if (written.length > 0)
    await writeItems('local', Object.fromEntries(written.map((key) => [key, items[key]])));
  if (before.profile && !profile) await removeItems('local', ['profile']);
  const isOther = changed.includes('profile');
  if (isOther)
    log.info('profile in force', { source: document?.source ?? 'none', servers: namesOf(profile) });
  const isSignedOut = before.account?.isSignedIn === true && account?.isSignedIn === false;
  return { isNew: isOther || changed.includes('account'), isSignedOut };
}

function profileOf({ source: _, ...profile }: InForce): LocalItems['profile'] {
  return { ...profile, readBy: browser.runtime.getManifest().version };
}

/** The document that the person has chosen. False when the administrator has set one, which then stays. */
export async function useDocument({ text, profiles, file, preferences }: ProfileDocument): Promise<boolean> {
  const copy = { text, takenAt: Date.now(), ...(preferences ? { preferences } : {}) };
  let isTaken = false;
  await changeSources(
    ({ sources }) => {
      isTaken = !isLocked(sources);
      return { sources: withDocument(sources, { file: file ?? null, copy }) };
    },
    { text, profiles },
  );
  return isTaken;
}

/** Reads what is at an address and, when it can be used, takes it from there from now on. */
export async function useAddress(address: Address): Promise<AddressReading> {
  const reading = await readAt(address);
  const source = afterReading({ ...address, copy: null, failing: null }, reading, Date.now());
  if (reading.kind === 'profile')
    await changeSources(({ sources }) => ({ sources: withAddress(sources, source) }));
  return reading;
}

/** Fetches again what comes from an address. A failure changes nothing but what is told about it. */
export async function refreshAddress(): Promise<Change> {
  const asked = addressToFetch((await readItem('local', 'sources')) ?? {});
  if (!asked) return { isNew: false, isSignedOut: false };
  const reading = await readAt(asked);
  if (reading.kind !== 'profile') log.warn('profile not fetched', { url: asked.url, why: whyOf(reading) });
  return changeSources(({ sources }) => ({
    sources: withReading(sources, { asked, reading, now: Date.now() }),
  }));
}

/** Forgets one of the person's own sources, or all of them. */
export function forgetSources(which?: OwnSource): Promise<Change> {
  return changeSources(({ sources }) => ({ sources: withoutOwn(sources, which) }));
}

/** Takes the settings of a file; what it does not have stays. Who is signed in with another extension is signed out. */
export function importSettings(settings: PortableSettings): Promise<Change> {
  return changeSources(({ sources, account, ownRules }) => ({
    sources: withImported(sources, settings),
    account: settings.account ? withImportedAccount(account, settings.account) : account,
    ownRules: settings.ownRules ?? ownRules,
  }));
}

function withImportedAccount(
  before: Account | undefined,
  imported: NonNullable<PortableSettings['account']>,
): Account {
  const isSame = before?.extension === imported.extension;
  return { ...(isSame ? before : { isSignedIn: false }), ...imported };
}

function whyOf(reading: Exclude<AddressReading, { kind: 'profile' }>): string {
  return reading.kind === 'failed' ? reading.why : reading.kind;
}

function namesOf(profile: LocalItems['profile'] | undefined): string {
  return profile?.profiles.map(({ name }) => name).join(', ') ?? 'none';
}
