import { connectBus } from '../bus/bus';
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

/** As `readText`, for a text that is in force already without reading it again, unless Offhook was updated since. */
export function readUnlessKnown(profile: LocalItems['profile'] | undefined): ReadProfiles {
  const { version } = browser.runtime.getManifest();
  return async (text) => {
    if (text === profile?.text && profile.readBy === version) return profile.profiles;
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
