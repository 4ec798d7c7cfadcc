import { browser } from './browser';

const page = 'src/phone/index.html';
let opening: Promise<boolean> | undefined;

/** Sees that the phone's document exists; true when it had to be made. Two callers at once wait for the same document. */
export function ensurePhoneDocument(): Promise<boolean> {
  opening ??= makePhoneDocument().finally(() => {
    opening = undefined;
  });
  return opening;
}

export async function closePhoneDocument(): Promise<void> {
  if (await hasPhoneDocument()) await chrome.offscreen.closeDocument();
}

export async function hasPhoneDocument(): Promise<boolean> {
  return (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;
}

async function makePhoneDocument(): Promise<boolean> {
  if (await hasPhoneDocument()) return false;
  await chrome.offscreen.createDocument({
    url: browser.runtime.getURL(page),
    // With AUDIO_PLAYBACK alone, Chromium closes the document after 30 s of silence.
    reasons: ['USER_MEDIA', 'WEB_RTC', 'AUDIO_PLAYBACK'],
    justification: 'Keeps the telephone registered and carries the audio of calls.',
  });
  return true;
}
