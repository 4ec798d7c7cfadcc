import type { Bus, Handlers } from '../bus/bus';
import { addressToFetch, needsFetching } from '../core/settings/address-to-fetch';
import { browser } from '../platform/browser';
import { readItem, removeItems } from '../platform/storage';
import { configureBetweenCalls } from './after-call';
import type { Wish } from './follow-policy';
import { configurePhone } from './phone-link';
import { isPolicyFollowed } from './policy-followed';
import type { Change } from './profile-sources';
import { forgetSignIn } from './sign-in';

type Served = 'profile.use' | 'profile.useAddress' | 'profile.refresh' | 'profile.forget' | 'settings.import';
type Complain = (error: Error) => void;

// Most starts of the worker are for something else.
const sources = () => import('./profile-sources');
const policy = () => import('./follow-policy');

/** What pages can want of the documents and settings that are in force. */
export function settingsHandlers(bus: Bus, complain: Complain): Pick<Handlers<'background'>, Served> {
  return {
    'profile.use': async (chosen) => {
      const isTaken = await (await sources()).useDocument(chosen);
      await configurePhone(bus);
      return isTaken;
    },
    'profile.useAddress': async (address) => {
      const { kind } = await (await sources()).useAddress(address);
      await configurePhone(bus);
      return kind;
    },
    'profile.refresh': () => refreshProfile(bus),
    'profile.forget': async (own) => {
      await (await sources()).forgetSources(own?.source);
      await configurePhone(bus);
    },
    'settings.import': async (settings) => {
      await applyChange(bus, await (await sources()).importSettings(settings));
      // An address comes without what it served, which may take its time.
      void fetchWhatIsMissing(bus).catch(complain);
    },
  };
}

/** Follows the administrator's policy from the start of the worker on. Listens at once. */
export function followSettings(bus: Bus, complain: Complain): void {
  const apply = (follow: () => Promise<Change>) =>
    follow()
      .then((done) => applyChange(bus, done))
      .then(() => fetchWhatIsMissing(bus))
      .catch(complain);
  browser.storage.onChanged.addListener((_: object, area: string) => {
    if (area === 'managed') void apply(async () => (await policy()).followPolicy());
  });
  void apply(async () => ((await isPolicyFollowed()) ? unchanged : (await policy()).followPolicyAtStart()));
}

const unchanged: Change = { isNew: false, isSignedOut: false };

/** Fetches the document again, if it comes from an address, and puts it in force. */
export async function refreshProfile(bus: Bus): Promise<void> {
  if (!addressToFetch((await readItem('local', 'sources')) ?? {})) return;
  await applyChange(bus, await (await sources()).refreshAddress());
}

/** Makes of what a person wants to sign in with what the policy allows, and has everything that may be outdated found out anew. */
export async function prepareSignIn<W extends Wish>(bus: Bus, wish: W, complain: Complain): Promise<W> {
  await removeItems('session', ['answeredServer']);
  // The last good copy is good enough to begin with.
  void refreshProfile(bus).catch(complain);
  return (await policy()).underPolicy(wish);
}

async function fetchWhatIsMissing(bus: Bus): Promise<void> {
  if (needsFetching((await readItem('local', 'sources')) ?? {})) await refreshProfile(bus);
}

async function applyChange(bus: Bus, { isNew, isSignedOut }: Change): Promise<void> {
  if (isSignedOut) {
    await forgetSignIn();
    const { leaveSignOn } = await import('./single-sign-on');
    await (await leaveSignOn())();
  }
  if (isNew) await configureBetweenCalls(bus);
}
