import type { Bus } from '../bus/bus';
import { isLive } from '../core/call';
import type { Snapshot } from '../core/snapshot';
import { readItem, removeItems, writeItems } from '../platform/storage';
import { chooseServerAnew } from './automatic-server';
import { configurePhone } from './phone-link';
import { readPhoneSetup } from './sign-in';

/**
 * What is in force has changed without the person's doing: the phone is told, but nobody loses a call by it. Another setup waits inside the
 * phone for the end of a call; that there is none any more would end the call, and so waits here.
 */
export async function configureBetweenCalls(bus: Bus): Promise<void> {
  if ((await isCalling()) && !(await readPhoneSetup())) await postpone({ configures: true });
  else await configurePhone(bus);
}

/** The network is another one, or the server is lost: Automatic chooses again, now or after the call that is up. */
export async function chooseBetweenCalls(bus: Bus): Promise<void> {
  if (await isCalling()) await postpone({ chooses: true });
  else if (await chooseServerAnew(bus)) await configurePhone(bus);
}

/** To be called with each new state of the phone: does what has waited for the end of a call, and looks for a server in the place of one lost. */
export async function attendTo(bus: Bus, { calls, registration }: Snapshot): Promise<void> {
  if (calls.some(isLive)) return;
  const postponed = await readItem('session', 'afterCall');
  if (postponed) await removeItems('session', ['afterCall']);
  const isLost = registration.state === 'failed' && registration.retryAt !== null;
  const isOther = (isLost || postponed?.chooses) && (await chooseServerAnew(bus));
  if (isOther || postponed?.configures) await configurePhone(bus);
}

async function isCalling(): Promise<boolean> {
  return (await readItem('session', 'snapshot'))?.calls.some(isLive) ?? false;
}

async function postpone(what: { chooses?: boolean; configures?: boolean }): Promise<void> {
  await writeItems('session', { afterCall: { ...(await readItem('session', 'afterCall')), ...what } });
}
