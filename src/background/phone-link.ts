import type { Bus } from '../bus/bus';
import { closePhoneDocument, ensurePhoneDocument, hasPhoneDocument } from '../platform/offscreen';
import { readPhoneSetup } from './sign-in';

/** Sees that there is a phone while somebody is signed in, and that a new one is told with what to sign in. False when nobody is. */
export async function ensurePhone(bus: Bus): Promise<boolean> {
  const setup = await readPhoneSetup();
  if (!setup) return false;
  if (await ensurePhoneDocument()) await bus.send('phone.configure', setup);
  return true;
}

/** Signs the phone in anew after a change of the account or the profile, or out when nobody is signed in any more. */
export async function configurePhone(bus: Bus): Promise<void> {
  const setup = await readPhoneSetup();
  if (setup) await ensurePhoneDocument();
  if (await hasPhoneDocument()) await bus.send('phone.configure', setup);
  if (!setup) await closePhoneDocument();
}
