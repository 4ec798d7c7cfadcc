import type { SipResponse } from '../sip/message';
import type { Wire } from './wire';

const firstMs = 500;
const longestMs = 4000;
const patienceMs = 32_000;

/** Repeats the 2xx of an INVITE at T1, 2·T1 … T2 until its ACK has come, 64·T1 at most (RFC 3261 §13.3.1.4). */
export function makeAckWait(wire: Wire, onGiveUp: () => void) {
  let forget = () => {};
  function repeat(response: SipResponse, delayMs: number, waitedMs: number): void {
    forget = wire.timers.after(delayMs, () => {
      if (waitedMs + delayMs >= patienceMs) {
        onGiveUp();
        return;
      }
      wire.respond(response);
      repeat(response, Math.min(delayMs * 2, longestMs), waitedMs + delayMs);
    });
  }
  return {
    start(response: SipResponse): void {
      forget();
      repeat(response, firstMs, 0);
    },
    stop: () => forget(),
  };
}
