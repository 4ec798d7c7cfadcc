import type { Bus } from '../bus/bus';
import { emptySnapshot } from '../core/snapshot';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { deleteDatabase } from '../store/delete-database';
import { registerContentScripts } from './content-scripts';
import { followPolicy } from './follow-policy';
import { migrateKept } from './migrate';
import { mirror } from './mirror';
import { configurePhone } from './phone-link';
import { forgetSignIn } from './sign-in';
import { leaveSignOn } from './single-sign-on';

/**
 * Signs out and leaves nothing behind: account, password, tokens and the key that sealed them, calls, contacts, log book, own settings,
 * leave to reach hosts, and scripts in their pages. The profile goes too, for it tells where the person works and may hold passwords; what
 * the administrator has set by policy comes back from there.
 */
export async function forgetPerson(bus: Bus): Promise<void> {
  log.info('forgetting the person');
  await forgetSignIn();
  const tellService = await leaveSignOn();
  await configurePhone(bus);
  await tellService();
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  await giveHostsBack();
  await migrateKept();
  await followPolicy();
  await registerContentScripts();
  await mirror(emptySnapshot);
  // At last, since all of the above may write a line into the log book.
  await deleteDatabase();
}

async function giveHostsBack(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const { host_permissions: hosts = [], content_scripts: scripts = [] } = browser.runtime.getManifest();
  // Chrome counts both as granted, and refuses to take away what the manifest itself asks for.
  const given = new Set([...hosts, ...scripts.flatMap(({ matches }) => matches)]);
  const asked = origins.filter((origin) => !given.has(origin));
  if (asked.length > 0) await browser.permissions.remove({ origins: asked });
}
