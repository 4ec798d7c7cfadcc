/** What local storage holds, in whatever form an older version left it. */
type Items = Readonly<Record<string, unknown>>;
type Migration = (items: Items, now: number) => Items;

/**
 * Each makes of what one version kept what the next one keeps: the first of what was kept before there were versions. They run over
 * settings files as well, so whatever is missing stays missing. Never change one that was released; add another.
 */
const migrations: readonly Migration[] = [
  // Servers could be chosen by name only, and there was one document, of which nobody had noted where it came from.
  ({ account, profile, ...items }, now) => ({
    ...items,
    ...(isRecord(account) ? { account: withChoice(account) } : {}),
    ...(isRecord(profile) && typeof profile.text === 'string'
      ? { profile, sources: items.sources ?? { paste: { text: profile.text, takenAt: now } } }
      : {}),
  }),
];

/** The version of the settings that this Offhook keeps. */
export const settingsVersion = migrations.length;

/** What has to be written and what removed, to bring the settings up to date. */
export type Migrated = { readonly written: Items; readonly removed: readonly string[] };

/**
 * Null when there is nothing to do. Settings of a newer version are left as they are: an older Offhook has been put back, and the newer
 * one will return. `now` is epoch ms.
 */
export function migrateSettings(kept: Items, now: number): Migrated | null {
  const from = versionOf(kept);
  if (from >= settingsVersion) return null;
  const items = migrateItems(kept, from, now);
  const removed = Object.keys(kept).filter((key) => !(key in items));
  const changed = Object.entries(items).filter(([key, value]) => value !== kept[key]);
  return { written: { ...Object.fromEntries(changed), version: settingsVersion }, removed };
}

/** As `migrateSettings`, for items that say their version elsewhere. */
export function migrateItems(items: Items, from: number, now: number): Items {
  return migrations.slice(from).reduce((before, migration) => migration(before, now), items);
}

function versionOf({ version }: Items): number {
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : 0;
}

function withChoice({ serverName, ...account }: Items): Items {
  return typeof serverName === 'string'
    ? { ...account, server: { kind: 'named', name: serverName } }
    : account;
}

function isRecord(value: unknown): value is Items {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
