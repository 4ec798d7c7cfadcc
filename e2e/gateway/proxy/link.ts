import type { SipMessage } from '../sip/message';

/** A way to one user agent: a WebSocket, or a far end inside this process. */
export interface Link {
  /** Who is at the other end, for the log; changes once a socket has said who it is. */
  label: string;
  readonly isOpen: boolean;
  /** Far ends of our own: no digest, and their P-Asserted-Identity is believed (RFC 3325 §5). */
  readonly isTrusted: boolean;
  /** Never throws; on a closed link the message is lost, and the log says so. */
  send(message: SipMessage): void;
}
