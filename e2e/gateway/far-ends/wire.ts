import type { ClientTransaction } from '../proxy/client-transactions';
import type { Timers } from '../proxy/timers';
import type { SipRequest, SipResponse } from '../sip/message';
import type { Watch } from '../watch';
import type { FarCall } from './call';

/** What a call needs from the agent that it belongs to. */
export interface Wire {
  readonly timers: Timers;
  /** Told of everything that changes in any call. */
  readonly watch: Watch;
  /** The Contact URI of a far end. */
  contact(number: string): string;
  /** Sends with a Via of the far end; every response comes back. */
  request(request: SipRequest, take: (response: SipResponse) => void): ClientTransaction;
  /** Sends the ACK of a 2xx, which nothing answers. */
  acknowledge(ack: SipRequest): void;
  respond(response: SipResponse): void;
  /** Carries out a transfer that the phone asks of this call. */
  refer(call: FarCall, request: SipRequest): Promise<void>;
  note(line: string): void;
}
