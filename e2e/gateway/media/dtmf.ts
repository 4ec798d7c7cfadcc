const keys = '0123456789*#ABCD';

/** One key press: the digit and how long it was held. */
export interface Digit {
  readonly digit: string;
  readonly durationMs: number;
}

/**
 * Reads RTP telephone events (RFC 4733 §2.3): each press is many packets with one timestamp, the last of them sent
 * three times with the end bit. A press whose end was lost is reported when the next one begins.
 */
export function makeDtmfReader(clockRate: number, report: (digit: Digit) => void) {
  let current: { timestamp: number; digit: string; duration: number; isReported: boolean } | undefined;

  function finish(): void {
    if (!current || current.isReported) return;
    current.isReported = true;
    report({ digit: current.digit, durationMs: Math.round((current.duration * 1000) / clockRate) });
  }

  return (timestamp: number, payload: Uint8Array): void => {
    if (payload.length < 4) return;
    const [event = 255, flags = 0, high = 0, low = 0] = payload;
    const digit = keys[event];
    if (digit === undefined) return;
    if (current?.timestamp !== timestamp) {
      finish();
      current = { timestamp, digit, duration: 0, isReported: false };
    }
    current.duration = Math.max(current.duration, (high << 8) | low);
    if (flags & 0x80) finish();
  };
}
