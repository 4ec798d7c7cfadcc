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
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const selected = tab?.id === undefined ? '' : await readSelection(tab.id);
    if (selected.trim() === '') await openPopupWith('');
    else await callSelection(bus, selected, { tabId: tab?.id });
  });
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
