import { makeEvent } from './fake-event';

type MenuItem = { id: string; title?: string; checked?: boolean };
type Script = { id: string; matches: string[]; excludeMatches?: string[] };

/** The parts of a browser by which a number outside of our own pages is called. */
export function makeClickApis() {
  const menu = new Map<string, MenuItem>();
  const scripts = new Map<string, Script>();
  return {
    contextMenus: {
      menu,
      create: (item: MenuItem) => void menu.set(item.id, item),
      removeAll: async () => menu.clear(),
      update: async (id: string, change: Partial<MenuItem>) => {
        const item = menu.get(id);
        if (!item) throw new Error(`Cannot find menu item with id ${id}`);
        menu.set(id, { ...item, ...change });
      },
      onClicked: makeEvent<[info: { menuItemId: string; selectionText?: string }, tab?: { id: number }]>(),
    },
    commands: { onCommand: makeEvent<[command: string]>() },
    omnibox: {
      setDefaultSuggestion: () => {},
      onInputChanged: makeEvent<[text: string, suggest: (found: unknown[]) => void]>(),
      onInputEntered: makeEvent<[text: string]>(),
    },
    scripting: {
      scripts,
      unregisterContentScripts: async () => scripts.clear(),
      registerContentScripts: async (added: Script[]) => {
        for (const script of added) scripts.set(script.id, script);
      },
      executeScript: async () => [],
      insertCSS: async () => {},
    },
  };
}

/** What a tab of the browser can tell, and where it is sent. */
export function makeTabEvents() {
  return {
    onActivated: makeEvent<[active: { tabId: number }]>(),
    onUpdated: makeEvent<[tabId: number, change: { status?: string }]>(),
    get: async () => ({}),
  };
}
