import { randomUUID } from 'node:crypto';
import { Core } from 'sip.js';
import { makeWaits } from './bounded-wait';
import { type Agent, makeAgent } from './fake-agent';
import { FakeGate } from './fake-gate';

/** A SUBSCRIBE, whether it opens a dialog or comes in one. */
type Asked = Pick<Core.IncomingSubscribeRequest, 'message' | 'accept' | 'reject'>;

/** The library opens no dialog for who is subscribed to, so this is ours: what comes in it is answered like what opens it. */
class WatcherDialog extends Core.Dialog {
  readonly #answer: (request: Asked) => void;

  constructor(
    core: Core.UserAgentCore,
    first: Core.IncomingRequestMessage,
    answer: (request: Asked) => void,
  ) {
    super(core, Core.Dialog.initialDialogStateForUserAgentServer(first, randomUUID()));
    this.#answer = answer;
  }

  override receiveRequest(message: Core.IncomingRequestMessage): void {
    super.receiveRequest(message);
    this.#answer(new Core.SubscribeUserAgentServer(this.core, message));
  }

  notify(body: string, state: string): void {
    const { contact } = this.core.configuration;
    const extraHeaders = ['Event: presence', `Subscription-State: ${state}`, `Contact: ${contact}`];
    const content = { contentDisposition: 'render', contentType: 'application/pidf+xml', content: body };
    this.core.request(this.createOutgoingRequestMessage('NOTIFY', { extraHeaders, body: content }));
  }
}

/** The part of a telephone system that tells of one user (RFC 3856): grants or refuses, and says what a test has it say. */
export class FakeNotifier {
  readonly agent: Agent;
  readonly gate = new FakeGate();
  /** How many seconds are granted at most. */
  grantsSec = 3_600;
  /** Answers every SUBSCRIBE with this. */
  refuses: number | null = null;
  /** The body of the NOTIFY that follows a SUBSCRIBE; null sends none at all. */
  says: string | null = pidf('open');
  readonly #waits = makeWaits();
  readonly #watchers = new Map<string, WatcherDialog>();

  constructor(user: string, send: (text: string) => void) {
    this.agent = makeAgent({
      user,
      device: `${user}-presence`,
      send,
      delegate: { onSubscribeRequest: (request) => this.#answer(request) },
    });
  }

  /** How many dialogs there are. */
  get watchers(): number {
    return this.#watchers.size;
  }

  /** Waits until so many watch. */
  async hasWatchers(count: number): Promise<void> {
    await this.#waits.until(
      () => this.#watchers.size === count || undefined,
      () => `${this.#watchers.size} watch and not ${count}`,
    );
  }

  /** Tells everybody who watches; with a state of the subscription other than active, as it is written in the header. */
  tell(body: string, state = 'active'): void {
    for (const [callId, watcher] of this.#watchers) {
      watcher.notify(body, state);
      if (state.startsWith('terminated')) this.#watchers.delete(callId);
    }
  }

  /** Forgets who watches, as after a restart: what they send gets a 481. */
  forget(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#watchers.clear();
  }

  #answer(request: Asked): void {
    const { message } = request;
    const before = this.#watchers.get(message.callId);
    const askedSec = Number(message.getHeader('expires'));
    if (!this.gate.isAuthentic(message))
      return void request.reject({ statusCode: 401, extraHeaders: this.gate.challenges(message) });
    if (this.refuses !== null) return void request.reject({ statusCode: this.refuses });
    const { userAgentCore } = this.agent.ua;
    const watcher = before ?? new WatcherDialog(userAgentCore, message, (next) => this.#answer(next));
    const expiresSec = Math.min(askedSec, this.grantsSec);
    request.accept({ statusCode: 200, toTag: watcher.localTag, extraHeaders: [`Expires: ${expiresSec}`] });
    if (askedSec === 0) this.#watchers.delete(message.callId);
    else this.#watchers.set(message.callId, watcher);
    if (this.says !== null)
      watcher.notify(this.says, askedSec === 0 ? 'terminated;reason=timeout' : 'active');
    this.#waits.changed();
  }
}

/** A presence document: whether one can be reached, and what one is doing. */
export function pidf(basic: 'open' | 'closed', activity = ''): string {
  const person = activity && `<person><activities><${activity}/></activities></person>`;
  return `<presence><tuple id="t"><status><basic>${basic}</basic></status></tuple>${person}</presence>`;
}
