import { connectBus } from '../bus/bus';
import type { ProfileDocument } from '../bus/protocol';
import type { AddressReading } from '../core/settings/address';
import type { Reading } from '../core/settings/read-document';
import type { AddressSource, ReadProfiles } from '../core/settings/sources';
import { browser } from '../platform/browser';
import { ensurePhoneDocument } from '../platform/offscreen';
import { type LocalItems, readItem, writeItems } from '../platform/storage';

/** Documents are read in the phone's document, which is opened for it when nobody is signed in. */
export async function readText(text: string): Promise<Reading> {
  await ensurePhoneDocument();
  return connectBus(browser.runtime).send('document.read', { text });
}

/** A text, and the servers that whoever has read it found in it. */
export type ReadBefore = Pick<ProfileDocument, 'text' | 'profiles'>;

/** As `readText`, without reading again what a page has just read, or what is in force already unless Offhook was updated since. */
export function readUnlessKnown(
  profile: LocalItems['profile'] | undefined,
  byPage?: ReadBefore,
): ReadProfiles {
  const isOurs = profile?.readBy === browser.runtime.getManifest().version;
  const known = [byPage, isOurs ? profile : undefined];
  return async (text) => {
    const before = known.find((read) => read?.text === text);
    if (before) return before.profiles;
    const reading = await readText(text);
    return reading.kind === 'profile' ? reading.profiles : null;
  };
}

/** Fetches what is at an address and reads it; what was fetched is kept, so that it need not be sent again. */
export async function readAt({ url, pick }: Pick<AddressSource, 'url' | 'pick'>): Promise<AddressReading> {
  const known = (await readItem('local', 'fetchedTexts')) ?? {};
  const { origins: granted = [] } = await browser.permissions.getAll();
  await ensurePhoneDocument();
  const asked = { url, pick, known, granted };
  const { reading, texts } = await connectBus(browser.runtime).send('document.fetch', asked);
  if (reading.kind === 'profile') await writeItems('local', { fetchedTexts: texts });
  return reading;
}
