import type { CallId } from '../core/call';
import type { DialRules } from '../core/dial/rules';
import type { SignOnRefusal } from '../core/oauth/token-set';
import type { CallRequest } from '../core/page-numbers/call-request';
import type { ClickToCall } from '../core/page-numbers/click-to-call';
import type { Profile } from '../core/profile/profile';
import type { SettingsPreferences } from '../core/profile/settings-parameters';
import type { SealedSecret } from '../core/sealed-secret';
import type { KeptTexts } from '../core/settings/address';
import { settingsVersion } from '../core/settings/migrations';
import type { Policy } from '../core/settings/policy';
import type { ServerChoice } from '../core/settings/server-choice';
import type { Sources } from '../core/settings/sources';
import type { Snapshot } from '../core/snapshot';
import { browser } from './browser';

/** What survives a restart of the browser. */
export interface LocalItems {
  /** Which form the other items have (see `core/settings/migrations.ts`). */
  version: number;
  /** The documents that there are; the strongest of them is in force. */
  sources: Sources;
  /** The document in force: its text as the administrator wrote it, and what was understood of it. */
  profile: {
    text: string;
    profiles: readonly Profile[];
    preferences?: SettingsPreferences;
    /** The version of Offhook that understood the text; the next one may understand more. */
    readBy?: string;
  };
  /** What the administrator's policy said last. */
  policy: Policy;
  /** By what policy, and by which version of Offhook, that is in force: a digest, since a policy may hold a whole document. */
  policyFollowed: string;
  /** What addresses served last, to ask whether it is still so. */
  fetchedTexts: KeptTexts;
  /** Who signed in last, and whether that is to be done again by itself. */
  account: { server: ServerChoice; extension: string; isSignedIn: boolean; by?: 'single-sign-on' };
  /** The password, when the person asked to stay signed in. */
  rememberedSecret: SealedSecret;
  /** A UUID that stays with this installation (RFC 5626 §4.1). */
  instanceId: string;
  /** When the person last looked at the missed calls, epoch ms; and how many came since. */
  missedSeenAt: number;
  missedCount: number;
  /** For how many days calls are kept; a year when missing. When old ones were forgotten last, epoch ms. */
  keepCallsDays: number;
  callsPrunedAt: number;
  /** How many digits from the right tell a caller; as `matchingDigitsInForce` has it when missing. */
  matchingDigits: number;
  /** Whether people of Avaya Spaces are looked up beside those of the directory. */
  searchesColleagues: boolean;
  /** The person's own dial rules, where the profile leaves them to the person. */
  ownRules: DialRules;
  /** What the person has chosen about numbers on web pages. */
  clickToCall: ClickToCall;
}

/** What lives as long as the browser runs; in memory only. */
export interface SessionItems {
  /** What is to stand in the popup's field when it opens next. */
  dialDraft: string;
  /** The question that the call request's window asks. */
  callRequest: CallRequest;
  /** When calls were placed from web pages in the last minute, epoch ms. */
  pageCalls: readonly number[];
  /** When the person last declined a call that a page asked for, epoch ms by origin. */
  declinedPages: Readonly<Record<string, number>>;
  snapshot: Snapshot;
  secret: SealedSecret;
  /** What the accounts service gave to who has signed on: JSON of `KeptTokens`. */
  tokens: SealedSecret;
  /** Why the person did not get through the sign-on that was tried last. */
  signOnFailure: SignOnRefusal;
  /** The inbound call for which the call window was last opened. */
  windowShownFor: CallId;
  /** The version of an update that waits for the end of a call. */
  updateReady: string;
  /** The name of the server that Automatic found last. */
  answeredServer: string;
  /** What has to wait until no call is up. */
  afterCall: { chooses?: boolean; configures?: boolean };
}

let settled: Promise<boolean> = Promise.resolve(false);

/**
 * Nobody here gets or writes local items before that: an older version may have left them in another form. It tells whether they had to be
 * changed.
 */
export function holdLocalItems(until: Promise<boolean>): void {
  settled = until;
}

/** Resolves when the worker has brought local items into this version's form, as it does when it starts; true when that had to be waited for. */
export function localItemsMigrated(): Promise<boolean> {
  return new Promise((resolve) => {
    let hasWaited = false;
    const look = async () => {
      const { version, ...old } = await browser.storage.local.get(['version', 'account', 'profile']);
      const isOld = typeof version === 'number' ? version < settingsVersion : Object.keys(old).length > 0;
      if (isOld) {
        hasWaited = true;
        return;
      }
      browser.storage.onChanged.removeListener(look);
      resolve(hasWaited);
    };
    // Watch before reading, so that a change in between is not lost.
    browser.storage.onChanged.addListener(look);
    void look();
  });
}

type Items = { local: LocalItems; session: SessionItems };
type Area = keyof Items;

/** One item, or undefined when it was never set. */
export async function readItem<A extends Area, K extends keyof Items[A] & string>(
  area: A,
  key: K,
): Promise<Items[A][K] | undefined> {
  return (await readItems(area, [key]))[key];
}

/** Several items of one area in one read; those never set are missing. */
export async function readItems<A extends Area, K extends keyof Items[A] & string>(
  area: A,
  keys: readonly K[],
): Promise<Partial<Pick<Items[A], K>>> {
  const read = () => browser.storage[area].get([...keys]) as Promise<Partial<Pick<Items[A], K>>>;
  if (area !== 'local') return read();
  // They nearly always have this version's form, and a page is drawn sooner when the two are not asked for one after the other.
  const [found, wereChanged] = await Promise.all([read(), settled]);
  return wereChanged ? read() : found;
}

export async function writeItems<A extends Area>(area: A, items: Partial<Items[A]>): Promise<void> {
  if (area === 'local') await settled;
  await browser.storage[area].set(items);
}

export async function removeItems<A extends Area>(
  area: A,
  keys: readonly (keyof Items[A] & string)[],
): Promise<void> {
  if (area === 'local') await settled;
  await browser.storage[area].remove([...keys]);
}

/** Calls back with the new value, undefined when the item is gone, until the signal is aborted. */
export function watchItem<A extends Area, K extends keyof Items[A] & string>(
  area: A,
  key: K,
  onChange: (value: Items[A][K] | undefined) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
    const change = changes[key];
    if (changedArea === area && change) onChange(change.newValue as Items[A][K] | undefined);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Closes local storage to content scripts, which could read it otherwise. The first thing the worker does. */
export async function lockStorage(): Promise<void> {
  // The polyfill does not know setAccessLevel; session storage is closed to content scripts by default.
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
