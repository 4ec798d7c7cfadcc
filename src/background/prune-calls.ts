import { keptSince, usualKeepDays } from '../core/call-log/retention';
import { log } from '../platform/log';
import { readItems, writeItems } from '../platform/storage';
import { pruneCallLog } from '../store/prune-call-log';

const dayMs = 86_400_000;

/** Once a day, and not more often however often it is asked: forgets calls that are older than the person wants to keep them. */
export async function pruneCallsDaily(now: number): Promise<void> {
  const { keepCallsDays = usualKeepDays, callsPrunedAt = 0 } = await readItems('local', [
    'keepCallsDays',
    'callsPrunedAt',
  ]);
  // A clock that was set back must not keep them for ever.
  if (now >= callsPrunedAt && now - callsPrunedAt < dayMs) return;
  await writeItems('local', { callsPrunedAt: now });
  const pruned = await pruneCallLog(keptSince(now, keepCallsDays));
  if (pruned > 0) log.info('old calls forgotten', { calls: pruned, olderThanDays: keepCallsDays });
}
