import type { Page } from '@playwright/test';
import type { Gateway } from './gateway/gateway';
import type { LoggedMessage } from './gateway/log';
import type { SipMessage } from './gateway/sip/message';

/** Tells when its page was last clicked, in epoch ms, even when the page has closed since. */
export type ClickClock = () => number;

/** Notes each click on a page before the page's own code learns of it. */
export async function noteClicks(page: Page): Promise<ClickClock> {
  let lastAt = Number.NaN;
  await page.exposeFunction('noteClick', (at: number) => {
    lastAt = at;
  });
  await page.evaluate(() => {
    const page: Window & { noteClick?: (at: number) => void } = window;
    addEventListener('click', () => page.noteClick?.(Date.now()), {
      capture: true,
    });
  });
  return () => lastAt;
}

/** What passed between a gateway and one user's phone, with its times in epoch ms. */
export class WireClock {
  readonly #gateway: Gateway;
  readonly #user: string;

  constructor(gateway: Gateway, user: string) {
    this.#user = user;
    this.#gateway = gateway;
  }

  /** Where the log stands now, to look only at what comes after. */
  get mark(): number {
    return this.#gateway.messages.length;
  }

  /** Epoch ms of the first such message after the mark; `in` is from the phone, `out` to it. Throws when there is none. */
  timeOf(
    mark: number,
    direction: LoggedMessage['direction'],
    isIt: (message: SipMessage) => boolean,
  ): number {
    const found = this.#gateway.messages
      .slice(mark)
      .filter(({ peer }) => peer.split('.')[0] === this.#user)
      .find((logged) => logged.direction === direction && isIt(logged.message));
    if (!found) throw new Error('the message that was to be timed never passed the gateway');
    return found.at;
  }
}

/** A request of this method. */
export const request = (method: string) => (message: SipMessage) =>
  message.kind === 'request' && message.method === method;

/** A response with this status to this method. */
export const response = (status: number, method: string) => (message: SipMessage) =>
  message.kind === 'response' &&
  message.status === status &&
  message.headers.some(({ name, value }) => name.toLowerCase() === 'cseq' && value.endsWith(method));
