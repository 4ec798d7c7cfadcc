import { writeItems } from '../platform/storage';
import { showOwnWindow } from './own-window';

const popupWindow = { page: 'src/popup/index.html', width: 380, height: 600 };

/** Opens the telephone with a number in its field, and dials nothing. */
export async function openPopupWith(typed: string): Promise<void> {
  await writeItems('session', { dialDraft: typed });
  try {
    await chrome.action.openPopup();
  } catch {
    // No window of the browser has the focus, or the browser is older than 127.
    await showOwnWindow(popupWindow);
  }
}
