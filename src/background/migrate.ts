import { migrateSettings, settingsVersion } from '../core/settings/migrations';
import { browser } from '../platform/browser';
import { log } from '../platform/log';

/** Brings what an older version kept into the form that this one reads. Everybody else waits for it with local items. True when there was something to do. */
export async function migrateKept(): Promise<boolean> {
  const { local } = browser.storage;
  const { version } = await local.get('version');
  // Nearly always; the rest is read only after an update.
  if (version === settingsVersion) return false;
  const migrated = migrateSettings(await local.get(null), Date.now());
  if (!migrated) {
    log.warn('settings of a newer version', { version: String(version) });
    return false;
  }
  await local.set(migrated.written);
  if (migrated.removed.length > 0) await local.remove([...migrated.removed]);
  log.info('settings migrated', { from: String(version ?? 0), to: settingsVersion });
  return true;
}
