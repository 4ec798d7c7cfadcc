import { Invitation, Inviter, type Session, SessionState } from 'sip.js';
import type { MediaDirection } from '../core/sdp';
import { makeWaits, type Waits } from './bounded-wait';

/** A call as the person at the far end has it, and what that person does with it. */
export class FarCall {
  readonly #session: Session;
  readonly #waits: Waits = makeWaits();
  readonly #describeAs: (direction: MediaDirection) => void;

  #isAcknowledged: boolean;

  constructor(session: Session, describeAs: (direction: MediaDirection) => void) {
    this.#session = session;
    this.#describeAs = describeAs;
    this.#isAcknowledged = session instanceof Inviter;
    session.delegate = {
      onAck: () => {
        this.#isAcknowledged = true;
        this.#waits.changed();
      },
    };
    session.stateChange.addListener(() => this.#waits.changed());
  }

  get isOver(): boolean {
    return this.#session.state === SessionState.Terminated;
  }

  /** Resolves when both ends know that the call is answered: with the 200 for the caller, with the ACK for the called. */
  async isAnswered(): Promise<void> {
    await this.#until(SessionState.Established);
    await this.#waits.until(
      () => this.#isAcknowledged || undefined,
      () => 'the answer was not acknowledged',
    );
  }

  async isEnded(): Promise<void> {
    await this.#until(SessionState.Terminated);
  }

  /** 180, or another provisional response. With `hasMedia` it carries an answer, for early media. */
  async ring(options: { statusCode?: number; hasMedia?: boolean; identity?: string } = {}): Promise<void> {
    const { hasMedia = false, statusCode = hasMedia ? 183 : 180, identity } = options;
    await this.#inbound.progress({
      statusCode,
      extraHeaders: identity ? [`P-Asserted-Identity: ${identity}`] : [],
    });
  }

  async answer(extraHeaders: string[] = []): Promise<void> {
    await this.#inbound.accept({ extraHeaders });
  }

  async refuse(statusCode: number, extraHeaders: string[] = []): Promise<void> {
    await this.#inbound.reject({ statusCode, extraHeaders });
  }

  /** Cancels a call to the phone, which may say why (RFC 3326). */
  async giveUp(...reasons: string[]): Promise<void> {
    if (!(this.#session instanceof Inviter)) throw new Error('only a caller gives up');
    await this.#session.cancel({ extraHeaders: reasons.map((reason) => `Reason: ${reason}`) });
  }

  /** Challenges the next INFO, and takes the one after it. */
  challengeInfo(challenge: string): void {
    let isChallenged = false;
    this.#session.delegate = {
      ...this.#session.delegate,
      onInfo: (info) => {
        if (isChallenged) void info.accept();
        else void info.reject({ statusCode: 407, extraHeaders: [challenge] });
        isChallenged = true;
      },
    };
  }

  async hangUp(): Promise<void> {
    await this.#session.bye();
  }

  /** Puts the phone on hold, RFC 3264 §8.4. */
  hold(direction: MediaDirection = 'sendonly'): Promise<void> {
    return this.reinvite(direction);
  }

  resume(): Promise<void> {
    return this.reinvite('sendrecv');
  }

  /** Resolves when the phone has accepted. */
  reinvite(direction: MediaDirection, identity?: string): Promise<void> {
    this.#describeAs(direction);
    return new Promise((resolve, reject) => {
      this.#session
        .invite({
          requestDelegate: {
            onAccept: () => resolve(),
            onReject: ({ message }) => reject(new Error(`re-INVITE: ${message.statusCode}`)),
          },
          requestOptions: { extraHeaders: identity ? [`P-Asserted-Identity: ${identity}`] : [] },
        })
        .catch(reject);
    });
  }

  get #inbound(): Invitation {
    if (!(this.#session instanceof Invitation)) throw new Error('only who is called can answer');
    return this.#session;
  }

  #until(state: SessionState): Promise<true> {
    return this.#waits.until(
      () => this.#session.state === state || undefined,
      () => `the far end's session is ${this.#session.state}, not ${state}`,
    );
  }
}
