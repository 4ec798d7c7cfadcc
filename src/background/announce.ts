import { type Call, type CallId, isLive } from '../core/call';
import type { Snapshot } from '../core/snapshot';
import { browser } from '../platform/browser';
import { readItem, writeItems } from '../platform/storage';
import { findOwnWindow, showOwnWindow } from './own-window';

const notificationPrefix = 'call:';
const callWindow = { page: 'src/call-window/index.html', width: 380, height: 320 };

/**
 * Tells the person about an inbound call: a notification with Answer and Decline, and a window that comes to the front. A function of the
 * snapshot and of what is on the screen, so that a worker that has just woken up neither repeats nor forgets it.
 */
export async function announceCalls(snapshot: Snapshot): Promise<void> {
  const ringing = snapshot.calls.filter((call) => call.direction === 'inbound' && call.state === 'ringing');
  await Promise.all([showNotifications(ringing), showWindow(ringing, snapshot)]);
}

/** Calls back with what the person chose by a notification's buttons; its body brings the call window to the front. */
export function watchNotifications(intents: {
  answer: (id: CallId) => void;
  decline: (id: CallId) => void;
}): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id.startsWith(notificationPrefix)) void showOwnWindow(callWindow);
  });
  // The polyfill knows no buttons, which Chromium has.
  chrome.notifications.onButtonClicked.addListener((notificationId, button) => {
    if (!notificationId.startsWith(notificationPrefix)) return;
    const id = notificationId.slice(notificationPrefix.length) as CallId;
    if (button === 0) intents.answer(id);
    else intents.decline(id);
  });
}

async function showNotifications(ringing: readonly Call[]): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll()).filter((id) =>
    id.startsWith(notificationPrefix),
  );
  const wanted = new Map(ringing.map((call) => [notificationPrefix + call.id, call]));
  await Promise.all([
    ...shown.filter((id) => !wanted.has(id)).map((id) => browser.notifications.clear(id)),
    ...[...wanted].filter(([id]) => !shown.includes(id)).map(([id, call]) => notify(id, call)),
  ]);
}

async function notify(id: string, { remote }: Call): Promise<void> {
  const { getMessage } = browser.i18n;
  await chrome.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/offhook-128.png'),
    title: getMessage('notificationTitle'),
    message: [remote.displayName, remote.number].filter(Boolean).join(' · ') || getMessage('anonymousCaller'),
    buttons: [{ title: getMessage('answer') }, { title: getMessage('decline') }],
    requireInteraction: true,
    priority: 2,
  });
}

async function showWindow(ringing: readonly Call[], snapshot: Snapshot): Promise<void> {
  const [windowId, shownFor] = await Promise.all([
    findOwnWindow(callWindow),
    readItem('session', 'windowShownFor'),
  ]);
  const [unseen] = ringing.filter(({ id }) => id !== shownFor);
  if (unseen) {
    // Once for each call: whoever closes it by hand does not want it back.
    await writeItems('session', { windowShownFor: unseen.id });
    await showOwnWindow(callWindow);
  } else if (windowId !== undefined && !snapshot.calls.some(isLive)) {
    await browser.windows.remove(windowId);
  }
}
