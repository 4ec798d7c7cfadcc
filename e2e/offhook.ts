import { rmSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  expect,
  type Page,
  type Worker,
} from '@playwright/test';
import { EngineDocument } from './engine-document';
import type { Manifest } from './extension-copy';
import type { Heard } from './tone';

const permissionPath = 'src/permission/index.html';

/** A browser with Offhook in it, as a test holds it: its pages, its worker, its engine, and the ways that each can be lost. */
export class Offhook {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly #manifest: Manifest;
  readonly #folder: string;
  #engine: EngineDocument | undefined;
  #hand: Page | undefined;
  #session: CDPSession | undefined;

  constructor(context: BrowserContext, extensionId: string, manifest: Manifest, folder: string) {
    this.context = context;
    this.extensionId = extensionId;
    this.#manifest = manifest;
    this.#folder = folder;
  }

  /** Opens the popup's page in a tab, which shows the same and does not close when it loses the focus. */
  popup(): Promise<Page> {
    return this.open(this.#manifest.action.default_popup);
  }

  get popupUrl(): string {
    return this.urlOf(this.#manifest.action.default_popup);
  }

  get callWindowUrl(): string {
    return this.urlOf('src/call-window/index.html');
  }

  /** The window that comes up when somebody calls; waits for it. */
  callWindow(): Promise<Page> {
    return this.#opened(this.callWindowUrl, 'a call window opens');
  }

  /** The page that opens by itself once Offhook is installed; waits for it. */
  firstPage(): Promise<Page> {
    return this.#opened(this.urlOf(permissionPath), 'the first page opens by itself');
  }

  /** Opens the page that asks for the microphone. */
  permission(): Promise<Page> {
    return this.open(permissionPath);
  }

  options(): Promise<Page> {
    return this.open(this.#manifest.options_ui.page);
  }

  /** Opens a file of the extension, or a page of the web by its whole address, in a tab in front; done when it has loaded. */
  async open(path: string): Promise<Page> {
    const url = new URL(path, this.urlOf('')).href;
    const others = new Set(this.context.pages());
    // An empty tab that goes there afterwards would have to start a process twice.
    await (await this.#devTools()).send('Target.createTarget', { url });
    const page = await this.#opened(url, `${path} opens`, others);
    // Playwright may come too late to hear of it.
    await page.evaluate(
      () =>
        document.readyState === 'complete' ||
        new Promise((resolve) => addEventListener('load', resolve, { once: true })).then(() => true),
    );
    return page;
  }

  urlOf(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** The service worker. While it is stopped, `evaluate` on it waits until something starts it. */
  async worker(): Promise<Worker> {
    const [worker] = this.context.serviceWorkers();
    return worker ?? (await this.context.waitForEvent('serviceworker'));
  }

  /** Opens a page of the extension that draws nothing, for `inExtension` to use from now on: to open one each time takes long. */
  async keepHand(): Promise<void> {
    if (!this.#hand || this.#hand.isClosed()) this.#hand = await this.open('manifest.json');
  }

  /** Runs in a page of the extension that the person does not see. */
  async inExtension<T>(use: (page: Page) => Promise<T>): Promise<T> {
    if (this.#hand && !this.#hand.isClosed()) return await use(this.#hand);
    const page = await this.open('manifest.json');
    const result = await use(page);
    await page.close();
    return result;
  }

  /** Stops the service worker as Chrome does when it is idle or short of memory; done when it has stopped. */
  async killWorker(): Promise<void> {
    await this.inExtension((page) => this.#stopWorker(page));
  }

  /** The engine's document, once it has loaded. Waits for one to be opened when there is none. */
  async engine(): Promise<EngineDocument> {
    if (!this.#engine || this.#engine.isGone) {
      this.#engine = await EngineDocument.attach(await this.#browser().newBrowserCDPSession());
    }
    return this.#engine;
  }

  /** Closes the engine's document, as Chrome may; done when it is gone. */
  async closeEngine(): Promise<void> {
    const engine = await this.engine();
    await this.inExtension((page) => page.evaluate(() => chrome.offscreen.closeDocument()));
    await engine.gone;
  }

  /** Answers the question for the microphone, for as long as the browser runs. */
  async allowMicrophone(isAllowed: boolean): Promise<void> {
    await (await this.#devTools()).send('Browser.setPermission', {
      permission: { name: 'microphone' },
      setting: isAllowed ? 'granted' : 'denied',
      origin: `chrome-extension://${this.extensionId}`,
    });
  }

  /** What the person hears at this moment. Null is silence. */
  async heard(): Promise<Heard | null> {
    return await (await this.engine()).heard();
  }

  /** Makes the browser what it was when Offhook had just been installed, and closes every page but the kept one. */
  async renew(): Promise<void> {
    await this.keepHand();
    const others = this.context.pages().filter((page) => page !== this.#hand);
    await Promise.all(others.map((page) => page.close()));
    await this.inExtension(async (page) => {
      // A worker that sees its engine go starts another, unless it is stopped or has forgotten for whom.
      do {
        await this.#stopWorker(page);
        await page.evaluate(closeEngine);
        await page.evaluate(forget);
        await this.#stopWorker(page);
      } while (!(await page.evaluate(isForgotten)));
    });
  }

  /** Ends the browser and deletes what was written for it. */
  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #opened(url: string, what: string, others: ReadonlySet<Page> = new Set()): Promise<Page> {
    const find = () => this.context.pages().find((page) => !others.has(page) && page.url() === url);
    // Its address is not known yet when the page is announced.
    await expect.poll(() => find() !== undefined, { message: what, intervals: [20] }).toBe(true);
    const page = find();
    if (!page) throw new Error(`${url} was closed at once`);
    return page;
  }

  async #stopWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const ours = versions.filter(({ scriptURL }) => scriptURL.startsWith(this.urlOf('')));
        if (ours.length > 0 && ours.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    const stop = () => void session.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
    stop();
    // One that is just starting does not hear of it.
    const again = setInterval(stop, 500);
    await stopped;
    clearInterval(again);
    await session.detach();
  }

  /** What is set through it holds until it is detached. */
  async #devTools(): Promise<CDPSession> {
    this.#session ??= await this.#browser().newBrowserCDPSession();
    return this.#session;
  }

  #browser(): Browser {
    const browser = this.context.browser();
    if (!browser) throw new Error('the browser has been closed');
    return browser;
  }
}

async function closeEngine(): Promise<void> {
  if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument();
}

async function forget(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase(name ?? '');
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error);
    });
  }
  await chrome.storage.local.clear();
  await chrome.storage.session.clear();
  await chrome.alarms.clearAll();
  await chrome.scripting.unregisterContentScripts();
  for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
}

async function isForgotten(): Promise<boolean> {
  const [hasEngine, { account }, session] = await Promise.all([
    chrome.offscreen.hasDocument(),
    chrome.storage.local.get('account'),
    chrome.storage.session.get(),
  ]);
  return !hasEngine && account === undefined && Object.keys(session).length === 0;
}
