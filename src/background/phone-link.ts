import type { Bus } from '../bus/bus';
import type { PhoneSetup } from '../bus/protocol';
import type { AccessToken } from '../core/auth/access-token';
import { isLive } from '../core/call';
import { emptySnapshot } from '../core/snapshot';
import { closePhoneDocument, ensurePhoneDocument, hasPhoneDocument } from '../platform/offscreen';
import { readItem } from '../platform/storage';
import { chooseServerAnew, hasNoServerYet } from './automatic-server';
import { mirror } from './mirror';
import { readPhoneSetup } from './sign-in';
import { makeTurns } from './turns';

/** A phone that is being started for somebody is there when he is signed out. */
const inTurn = makeTurns();

/**
 * Sees that there is a phone while somebody is signed in, and that a new one is told with what to sign in. False when nobody is; then a
 * phone that is left over is ended, but no call.
 */
export function ensurePhone(bus: Bus): Promise<boolean> {
  return inTurn(async () => {
    const setup = await readSetup(bus);
    // The worker before this one may have been ended when it had made the document and not yet told it, or in the middle of signing out.
    const { registration, calls } = (await readItem('session', 'snapshot')) ?? emptySnapshot;
    const isOff = registration.state === 'off';
    if (!setup) {
      if (!isOff && !calls.some(isLive)) await signOut(bus);
      return false;
    }
    if ((await ensurePhoneDocument()) || isOff) await bus.send('phone.configure', setup);
    return true;
  });
}

/** Gives the phone, if there is one, the token for its requests from now on. */
export async function tellToken(bus: Bus, token: AccessToken): Promise<void> {
  if (await hasPhoneDocument()) await bus.send('account.renew', token);
}

/** Tells the phone, if there is one, how numbers are dialled from now on. */
export async function tellRules(bus: Bus): Promise<void> {
  const setup = (await hasPhoneDocument()) ? await readPhoneSetup() : null;
  if (setup) await bus.send('phone.configure', setup);
}

/** Signs the phone in anew after a change of the account or the profile, or out when nobody is signed in any more. */
export function configurePhone(bus: Bus): Promise<void> {
  return inTurn(async () => {
    const setup = await readSetup(bus);
    if (!setup) return signOut(bus);
    await ensurePhoneDocument();
    await bus.send('phone.configure', setup);
  });
}

async function signOut(bus: Bus): Promise<void> {
  if (await hasPhoneDocument()) await bus.send('phone.configure', null);
  await closePhoneDocument();
  await mirror(emptySnapshot);
}

/** Automatic has to know which server it means before anybody can sign in there; when none answers, the first has to be tried. */
async function readSetup(bus: Bus): Promise<PhoneSetup | null> {
  const setup = await readPhoneSetup();
  if (!setup || !(await hasNoServerYet())) return setup;
  await chooseServerAnew(bus);
  return readPhoneSetup();
}
