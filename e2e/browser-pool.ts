import { setTimeout } from 'node:timers/promises';
import { type LaunchOptions, launchOffhook, setMicrophone } from './chromium';
import type { Offhook } from './offhook';

const renewedWithinMs = 10_000;
/** Of different kinds, of which a file of tests seldom needs more. */
const mostIdle = 3;

/** Browsers that go from one test to the next: starting one costs more than most tests do. */
export class BrowserPool {
  /** By what each was launched with; the last is the one that was used last. */
  readonly #idle = new Map<string, Offhook>();

  /** A browser launched with these options in which Offhook is as just installed, but for its first page. Give it back, or close it. */
  async take(options: LaunchOptions): Promise<Offhook> {
    const unchanging = unchangingOf(options);
    const kind = JSON.stringify(unchanging);
    const idle = this.#idle.get(kind);
    this.#idle.delete(kind);
    const offhook = idle ?? (await launchOffhook(unchanging));
    await setMicrophone(offhook, options.microphone);
    await offhook.keepHand();
    return offhook;
  }

  /** Takes a browser back that was taken with these options, unless it cannot be renewed; the one that has been idle for longest may have to go. */
  async giveBack(offhook: Offhook, options: LaunchOptions): Promise<void> {
    const isRenewed = await Promise.race([
      offhook.renew().then(() => true),
      setTimeout(renewedWithinMs, false),
    ]);
    if (!isRenewed) return await offhook.close();
    this.#idle.set(JSON.stringify(unchangingOf(options)), offhook);
    const [oldest] = this.#idle;
    if (!oldest || this.#idle.size <= mostIdle) return;
    this.#idle.delete(oldest[0]);
    await oldest[1].close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle.values()].map((offhook) => offhook.close()));
    this.#idle.clear();
  }
}

/** What a running browser cannot change any more. Leave to use the microphone can be given and taken. */
function unchangingOf({ microphone, ...others }: LaunchOptions): LaunchOptions {
  return microphone === undefined || microphone === 'denied' ? others : { ...others, microphone };
}
