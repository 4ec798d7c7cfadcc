import type { Bus } from '../bus/bus';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { selectedText } from '../platform/selected-text';
import { callSelection } from './menus';
import { openPopupWith } from './open-popup';

/** The shortcut that calls what is selected on the page in front; with nothing selected, or where we may not look, the popup opens. */
export function watchShortcut(bus: Bus): void {
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'dial-selection') return;
    const tabId = await findTabInFront();
    const selected = tabId === undefined ? '' : await readSelection(tabId);
    if (selected.trim() === '') await openPopupWith('');
    else await callSelection(bus, selected, { tabId });
  });
}

/** The tab that the person looks at; with a window of ours before it, the one behind. */
async function findTabInFront(): Promise<number | undefined> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!front?.url?.startsWith(browser.runtime.getURL(''))) return front?.id;
  // The polyfill knows no types of windows here. It is an error when there is none behind.
  const behind = await chrome.windows
    .getLastFocused({ populate: true, windowTypes: ['normal', 'app'] })
    .catch(() => undefined);
  return behind?.tabs?.find(({ active }) => active)?.id;
}

async function readSelection(tabId: number): Promise<string> {
  try {
    // The shortcut itself lets us into this page, this once (activeTab).
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: selectedText,
    });
    return (
      results
        .map(({ result }) => (typeof result === 'string' ? result : ''))
        .find((text) => text.trim() !== '') ?? ''
    );
  } catch (error) {
    log.info('no selection to be read', { why: error instanceof Error ? error.message : String(error) });
    return '';
  }
}
