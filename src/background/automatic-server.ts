import type { Bus } from '../bus/bus';
import { hasToChoose } from '../core/settings/server-choice';
import { log } from '../platform/log';
import { ensurePhoneDocument } from '../platform/offscreen';
import { readItem, readItems, writeItems } from '../platform/storage';
import { gatewaysInUse } from './sign-in';

/** Whether somebody is signed in to whichever server answers, and which one that is is not known yet. */
export async function hasNoServerYet(): Promise<boolean> {
  const servers = await serversToChooseFrom();
  const answered = await readItem('session', 'answeredServer');
  return servers.length > 0 && !servers.some(({ name }) => name === answered);
}

let choosing: Promise<boolean> | undefined;

/** Has the phone find out which server Automatic means now; true when it is another one than before. Two callers share one race. */
export function chooseServerAnew(bus: Bus): Promise<boolean> {
  choosing ??= choose(bus).finally(() => {
    choosing = undefined;
  });
  return choosing;
}

async function choose(bus: Bus): Promise<boolean> {
  const servers = await serversToChooseFrom();
  if (servers.length === 0) return false;
  await ensurePhoneDocument();
  const index = await bus.send('servers.race', { servers: servers.map(gatewaysInUse) });
  const answered = index === null ? undefined : servers[index]?.name;
  if (answered === undefined) log.warn('no server answers', { servers: servers.length });
  if (answered === undefined || answered === (await readItem('session', 'answeredServer'))) return false;
  await writeItems('session', { answeredServer: answered });
  log.info('server chosen', { server: answered });
  return true;
}

/** None when there is nothing to choose, or nobody is signed in. */
async function serversToChooseFrom() {
  const { account, profile } = await readItems('local', ['account', 'profile']);
  const servers = profile?.profiles ?? [];
  return account?.isSignedIn && hasToChoose(account.server, servers) ? servers : [];
}
