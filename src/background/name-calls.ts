import type { Call } from '../core/call';
import { log } from '../platform/log';
import { readMatching } from './matching';

// A caller's name takes a millisecond. A database that somebody blocks must not keep a call from being announced.
const waitedAtMostMs = 400;

/** The calls with the names that the directory has for their numbers. */
export async function nameCalls(calls: readonly Call[]): Promise<readonly Call[]> {
  if (calls.length === 0) return calls;
  const unnamed = new Promise<readonly Call[]>((resolve) => setTimeout(resolve, waitedAtMostMs, calls));
  return Promise.race([readNames(calls), unnamed]);
}

async function readNames(calls: readonly Call[]): Promise<readonly Call[]> {
  try {
    const numbers = calls.map(({ remote }) => remote.number);
    const [{ readContactNames }, matching] = await Promise.all([
      import('../store/contact-names'),
      readMatching(),
    ]);
    const names = await readContactNames(numbers, matching);
    return calls.map((call) => {
      const displayName = names.get(call.remote.number);
      return displayName === undefined ? call : { ...call, remote: { ...call.remote, displayName } };
    });
  } catch (error) {
    log.warn('directory not read', { why: String(error) });
    return calls;
  }
}
