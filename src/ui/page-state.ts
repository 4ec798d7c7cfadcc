import { noPolicy } from '../core/settings/policy';
import { emptySnapshot, type Snapshot } from '../core/snapshot';
import { type LocalItems, readItems, type SessionItems, watchItem } from '../platform/storage';

/** All that a page is a function of. */
export type PageState = {
  snapshot: Snapshot;
  profile: LocalItems['profile'] | undefined;
  account: LocalItems['account'] | undefined;
  missedCount: number;
  /** Why the last sign-on at the accounts service failed. */
  signOnFailure: SessionItems['signOnFailure'] | undefined;
  ownRules: LocalItems['ownRules'] | undefined;
  /** What the person chose; see `matchingDigitsInForce`. */
  matchingDigits?: LocalItems['matchingDigits'] | undefined;
  /** Every document that there is, and what the administrator's policy says; only the worker makes something of them. */
  sources: LocalItems['sources'];
  policy: LocalItems['policy'];
};

/** Draws the page now and at each change of what it shows, for as long as the page lives. */
export async function followPageState(draw: (state: PageState) => void): Promise<void> {
  const life = new AbortController();
  let changes: Partial<PageState> = {};
  let state: PageState | undefined;
  const change = (part: Partial<PageState>) => {
    changes = { ...changes, ...part };
    if (!state) return;
    state = { ...state, ...part };
    draw(state);
  };

  // Watch before reading, so that a change in between is not lost.
  watchItem('session', 'snapshot', (value) => change({ snapshot: value ?? emptySnapshot }), life.signal);
  watchItem('session', 'signOnFailure', (signOnFailure) => change({ signOnFailure }), life.signal);
  watchItem('local', 'profile', (profile) => change({ profile }), life.signal);
  watchItem('local', 'account', (account) => change({ account }), life.signal);
  watchItem('local', 'missedCount', (value) => change({ missedCount: value ?? 0 }), life.signal);
  watchItem('local', 'ownRules', (ownRules) => change({ ownRules }), life.signal);
  watchItem('local', 'matchingDigits', (matchingDigits) => change({ matchingDigits }), life.signal);
  watchItem('local', 'sources', (sources) => change({ sources: sources ?? {} }), life.signal);
  watchItem('local', 'policy', (policy) => change({ policy: policy ?? noPolicy }), life.signal);
  addEventListener('pagehide', () => life.abort(), { once: true });

  const [session, local] = await Promise.all([
    readItems('session', ['snapshot', 'signOnFailure']),
    readItems('local', [
      'profile',
      'account',
      'missedCount',
      'ownRules',
      'matchingDigits',
      'sources',
      'policy',
    ]),
  ]);
  state = {
    snapshot: session.snapshot ?? emptySnapshot,
    signOnFailure: session.signOnFailure,
    profile: local.profile,
    account: local.account,
    missedCount: local.missedCount ?? 0,
    ownRules: local.ownRules,
    matchingDigits: local.matchingDigits,
    sources: local.sources ?? {},
    policy: local.policy ?? noPolicy,
    ...changes,
  };
  draw(state);
}
