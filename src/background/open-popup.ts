import { browser } from '../platform/browser';
import { writeItems } from '../platform/storage';

const page = 'src/popup/index.html';

/** Opens the telephone with a number in its field, and dials nothing. */
export async function openPopupWith(typed: string): Promise<void> {
  await writeItems('session', { dialDraft: typed });
  try {
    await chrome.action.openPopup();
  } catch {
    // No window of the browser has the focus, or the browser is older than 127.
    await browser.windows.create({
      url: browser.runtime.getURL(page),
      type: 'popup',
      width: 380,
      height: 600,
    });
  }
}
