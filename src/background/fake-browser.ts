import { vi } from 'vitest';
import { makeClickApis, makeTabEvents } from './fake-click-apis';
import { makeEvent } from './fake-event';
import { home, makeMessages, type makePort } from './fake-runtime';
import { makeArea, makeChanged } from './fake-storage';

export const phonePage = 'src/phone/index.html';
export const callWindowPage = 'src/call-window/index.html';

type Notification = { title: string; message: string; buttons?: { title: string }[] };
type Window = { id: number; type: string; url: string; isFocused: boolean };

/** What a person sees of the extension outside of its pages. */
function makeScreen() {
  return {
    icon: '',
    badge: '',
    title: '',
    notifications: {} as Record<string, Notification>,
    windows: [] as Window[],
    tabs: [] as string[],
    reloads: 0,
    /** How often something was put on the screen that one cannot overlook. */
    announcements: 0,
  };
}

const always = 'https://always.example.com/*';
const spaces = 'https://spaces.avayacloud.com/*';

/** Leave to reach hosts: what the manifest has from the start, and what the person has granted. */
function makePermissions() {
  const origins = new Set([always, spaces]);
  return {
    origins,
    contains: async () => true,
    request: async () => true,
    onAdded: makeEvent<[]>(),
    onRemoved: makeEvent<[]>(),
    getAll: async () => ({ origins: [...origins] }),
    remove: async (gone: { origins: string[] }) => {
      if (gone.origins.some((origin) => [always, spaces].includes(origin)))
        throw new Error('You cannot remove required permissions.');
      for (const origin of gone.origins) origins.delete(origin);
      return true;
    },
  };
}

/** Alarms that a test lets go off. */
function makeAlarms() {
  const set = new Map<string, { when?: number; periodInMinutes?: number }>();
  return {
    set,
    create: async (name: string, alarm: { when?: number; periodInMinutes?: number }) =>
      void set.set(name, alarm),
    clear: async (name: string) => set.delete(name),
    onAlarm: makeEvent<[alarm: { name: string }]>(),
  };
}

/** A browser in memory with one extension in it, as far as its worker uses one. */
function makeBrowser() {
  const messages = makeMessages();
  const screen = makeScreen();
  let offscreenUrl: string | undefined;
  const onChanged = makeChanged();
  const runtime = {
    ...messages.runtimeOf('background.js'),
    onConnect: makeEvent<[port: ReturnType<typeof makePort>]>(),
    onInstalled: makeEvent<[details: { reason: string }], unknown>(),
    onStartup: makeEvent<[], unknown>(),
    onUpdateAvailable: makeEvent<[details: { version: string }], unknown>(),
    onMessageExternal: makeEvent<
      [message: unknown, sender: object, reply: (answer: unknown) => void],
      boolean
    >(),
    getManifest: () => ({
      version: '1.0',
      host_permissions: [always],
      content_scripts: [{ matches: [spaces], js: ['src/spaces/main.js'], css: ['src/spaces/marks.css'] }],
    }),
    reload: () => {
      screen.reloads += 1;
    },
    getContexts: async ({ contextTypes }: { contextTypes: string[] }) =>
      offscreenUrl !== undefined && contextTypes.includes('OFFSCREEN_DOCUMENT')
        ? [{ documentUrl: offscreenUrl }]
        : [],
  };
  return {
    ...makeClickApis(),
    screen,
    messages,
    runtime,
    storage: {
      local: makeArea('local', onChanged),
      session: makeArea('session', onChanged),
      managed: makeArea('managed', onChanged),
      onChanged,
    },
    /** Hosts that the person has granted. */
    permissions: makePermissions(),
    offscreen: {
      createDocument: async ({ url }: { url: string }) => {
        if (offscreenUrl !== undefined) throw new Error('Only a single offscreen document');
        offscreenUrl = url;
      },
      closeDocument: async () => {
        offscreenUrl = undefined;
        messages.forget(phonePage);
      },
    },
    notifications: {
      getAll: async () => screen.notifications,
      create: async (id: string, notification: Notification) => {
        screen.notifications[id] = notification;
        screen.announcements += 1;
      },
      clear: async (id: string) => delete screen.notifications[id],
      onClicked: makeEvent<[id: string]>(),
      onButtonClicked: makeEvent<[id: string, button: number]>(),
    },
    windows: {
      onRemoved: makeEvent<[id: number]>(),
      create: async ({ url, type }: { url: string; type: string }) => {
        const id = screen.announcements + 1;
        screen.windows.push({ id, type, url, isFocused: true });
        screen.announcements += 1;
      },
      update: async (id: number, { focused }: { focused: boolean }) => {
        for (const window of screen.windows) if (window.id === id) window.isFocused = focused;
      },
      remove: async (id: number) => {
        screen.windows = screen.windows.filter((window) => window.id !== id);
      },
    },
    action: {
      setIcon: async ({ path }: { path: Record<number, string> }) => {
        screen.icon = path[16] ?? '';
      },
      setBadgeText: async ({ text }: { text: string }) => {
        screen.badge = text;
      },
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }: { title: string }) => {
        screen.title = title;
      },
    },
    tabs: {
      ...makeTabEvents(),
      query: async ({ url, windowType }: { url?: string; windowType?: string }) =>
        screen.windows
          .filter((window) => window.url === url && window.type === windowType)
          .map(({ id }) => ({ windowId: id })),
      create: async ({ url }: { url: string }) => void screen.tabs.push(url.replace(home, '')),
    },
    alarms: makeAlarms(),
    i18n: {
      getUILanguage: () => 'en-US',
      getMessage: (key: string, ...words: string[]) => [key, ...words].join(' ').trim(),
    },
    webRequest: { onErrorOccurred: makeEvent<[{ error: string }]>() },
  };
}

/** The worker is ended, as the browser may do at any moment: what it listened to is waiting for the next one. */
export function endWorker({ runtime, notifications, alarms, storage, messages }: FakeBrowser): void {
  messages.forget('background.js');
  const { onConnect, onInstalled, onStartup, onUpdateAvailable } = runtime;
  for (const event of [onConnect, onInstalled, onStartup, onUpdateAvailable, storage.onChanged])
    event.clear();
  for (const event of [notifications.onClicked, notifications.onButtonClicked, alarms.onAlarm]) event.clear();
}

let running: FakeBrowser | undefined;

/** Starts a browser for a test, where the code under test finds it; a worker of the browser before it comes no further. */
export function startBrowser(): FakeBrowser {
  if (running) running.storage.local.get = () => new Promise(() => {});
  const fake = makeBrowser();
  running = fake;
  vi.stubGlobal('chrome', fake);
  return fake;
}

/** In the place of webextension-polyfill: whatever browser was started last. */
export const polyfill = {
  default: new Proxy({}, { get: (_target, name) => Reflect.get(globalThis.chrome, name) }),
};

export type FakeBrowser = ReturnType<typeof makeBrowser>;
