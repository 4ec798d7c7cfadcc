import { setTimeout } from 'node:timers/promises';
import { type LaunchOptions, launchOffhook } from './chromium';
import type { Offhook } from './offhook';

const renewedWithinMs = 10_000;

/** Browsers that go from one test to the next: starting one costs more than most tests do. */
export class BrowserPool {
  readonly #idle = new Map<string, Offhook>();

  /** A browser launched with these options in which Offhook is as just installed, but for its first page. Give it back, or close it. */
  async take(options: LaunchOptions): Promise<Offhook> {
    const key = JSON.stringify(options);
    const idle = this.#idle.get(key);
    this.#idle.delete(key);
    const offhook = idle ?? (await launchOffhook(options));
    await offhook.keepHand();
    return offhook;
  }

  /** Takes a browser back that was taken with these options, unless it cannot be renewed; one that is there already makes room for it. */
  async giveBack(offhook: Offhook, options: LaunchOptions): Promise<void> {
    const isRenewed = await Promise.race([
      offhook.renew().then(() => true),
      setTimeout(renewedWithinMs, false),
    ]);
    await this.close();
    if (isRenewed) this.#idle.set(JSON.stringify(options), offhook);
    else await offhook.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle.values()].map((offhook) => offhook.close()));
    this.#idle.clear();
  }
}
