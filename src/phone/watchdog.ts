import { checkEveryMs, judgeLink } from '../core/liveness';
import { log } from '../platform/log';
import type { Link } from './link';

/**
 * Looks after one link until the signal is aborted: pings it when it is silent, and gives it up when nothing comes back or
 * when the machine slept. The ping is CRLF CRLF where the gateway has answered one, and an OPTIONS request as long as it has not.
 */
export function watchLink(link: Link, options: { sendOptions: () => void; signal: AbortSignal }): void {
  let checkedAt = Date.now();
  let pingedAt: number | null = null;
  const check = () => {
    const now = Date.now();
    const verdict = judgeLink({ checkedAt, lastInboundAt: link.lastInboundAt, pingedAt }, now);
    checkedAt = now;
    // A socket that is closing takes nothing any more, and may say so only much later.
    if (!link.isOpen) link.lose('closed');
    else if (verdict === 'ping') {
      pingedAt = now;
      link.send('\r\n\r\n');
      if (!link.hasPonged) options.sendOptions();
    } else if (verdict !== 'quiet') {
      log.warn('link given up', { gateway: link.url, verdict });
      link.lose(verdict === 'slept' ? 'offline' : 'timeout');
    }
  };
  const timer = setInterval(check, checkEveryMs);
  options.signal.addEventListener('abort', () => clearInterval(timer));
}
