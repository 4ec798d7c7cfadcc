import { Inviter, type Session, UserAgent } from 'sip.js';
import type { MediaDirection } from '../core/sdp';
import { makeWaits, type Waits } from './bounded-wait';
import { type Agent, makeAgent } from './fake-agent';
import { makeDescription } from './fake-description';
import { FarCall } from './fake-far-call';

export type CallOptions = {
  displayName?: string;
  fromUser?: string;
  /** A P-Asserted-Identity header, RFC 3325. */
  identity?: string;
  /** A Diversion header, RFC 5806. */
  diversion?: string;
  /** An INVITE that leaves the offer to the phone. */
  withoutOffer?: boolean;
  /** The request URI, when a server writes something else than the address of record. */
  to?: string;
};

/** Someone with a telephone, whom the phone calls or who calls the phone. */
export class FakePerson {
  readonly agent: Agent;
  readonly #device: string;
  readonly #waits: Waits = makeWaits();
  readonly #arrived: FarCall[] = [];
  #direction: MediaDirection = 'sendrecv';

  constructor(user: string, device: string, send: (text: string) => void) {
    this.#device = device;
    this.agent = makeAgent({
      user,
      device,
      send,
      media: () => this.#makeMedia(),
      delegate: {
        onInvite: (invitation) => {
          this.#arrived.push(this.#follow(invitation));
          this.#waits.changed();
        },
      },
    });
  }

  /** The next call of the phone's to arrive here. */
  isCalled(): Promise<FarCall> {
    return this.#waits.until(
      () => this.#arrived.shift(),
      () => `${this.#device} was not called`,
    );
  }

  /** Calls the phone. */
  async calls(options: CallOptions = {}): Promise<FarCall> {
    const { displayName, fromUser, withoutOffer = false, to = 'sip:201@example.com' } = options;
    const { identity, diversion } = options;
    const target = UserAgent.makeURI(to);
    if (!target) throw new Error(`no such address: ${to}`);
    const inviter = new Inviter(this.agent.ua, target, {
      params: {
        ...(displayName !== undefined && { fromDisplayName: displayName }),
        ...(fromUser !== undefined && { fromUri: `sip:${fromUser}` }),
      },
      extraHeaders: [
        ...(identity ? [`P-Asserted-Identity: ${identity}`] : []),
        ...(diversion ? [`Diversion: ${diversion}`] : []),
      ],
      inviteWithoutSdp: withoutOffer,
    });
    const call = this.#follow(inviter);
    await inviter.invite();
    return call;
  }

  /** Sends the phone an OPTIONS request. */
  asks(): void {
    const { userAgentCore, configuration } = this.agent.ua;
    const { uri } = configuration;
    const target = UserAgent.makeURI('sip:201@example.com') ?? uri;
    userAgentCore.request(userAgentCore.makeOutgoingRequestMessage('OPTIONS', target, uri, target, {}));
  }

  #follow(session: Session): FarCall {
    return new FarCall(session, (direction) => {
      this.#direction = direction;
    });
  }

  #makeMedia() {
    return {
      close: () => {},
      getDescription: async () => ({
        body: makeDescription(this.#device, this.#direction),
        contentType: 'application/sdp',
      }),
      hasDescription: (contentType: string) => contentType === 'application/sdp',
      setDescription: async () => {},
      sendDtmf: () => false,
    };
  }
}
