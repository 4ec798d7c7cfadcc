import type { RemoteParty } from '../core/call';
import type { Snapshot } from '../core/snapshot';
import { type ToolbarState, toolbarState } from '../core/toolbar';
import { browser } from '../platform/browser';

const titles: Record<ToolbarState, string> = {
  off: 'toolbarOff',
  registering: 'toolbarRegistering',
  registered: 'toolbarRegistered',
  'in-call': 'toolbarInCall',
  failed: 'toolbarFailed',
  missed: 'toolbarMissed',
};

const badges: Record<ToolbarState, (missedCount: number) => string> = {
  off: () => '',
  registering: () => '…',
  registered: () => '',
  'in-call': () => '●',
  failed: () => '!',
  missed: (missedCount) => (missedCount > 99 ? '99+' : String(missedCount)),
};

const badgeColors: Partial<Record<ToolbarState, string>> = {
  'in-call': '#1a7f37',
  failed: '#b42318',
  missed: '#b42318',
};

/** The state as an icon, a badge and a title: each of them says it alone, for those who do not see colours or do not see. */
export async function showToolbar(snapshot: Snapshot, missedCount: number): Promise<void> {
  const state = toolbarState(snapshot, missedCount);
  const { action } = browser;
  const inbound = snapshot.calls.find((call) => call.state === 'ringing' && call.direction === 'inbound');
  const title = inbound
    ? browser.i18n.getMessage('toolbarRinging', nameOf(inbound.remote))
    : browser.i18n.getMessage(titles[state], String(missedCount));
  await Promise.all([
    action.setIcon({ path: { 16: `/icons/${state}-16.png`, 32: `/icons/${state}-32.png` } }),
    action.setBadgeText({ text: badges[state](missedCount) }),
    action.setBadgeBackgroundColor({ color: badgeColors[state] ?? '#57606a' }),
    action.setTitle({ title: `Offhook – ${title}` }),
  ]);
}

function nameOf({ displayName, number }: RemoteParty): string {
  return displayName || number || browser.i18n.getMessage('anonymousCaller');
}
