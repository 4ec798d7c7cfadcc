import type { Bus } from '../bus/bus';
import type { Client } from '../core/page-numbers/click-to-call';
import { toLinkAddress } from '../core/page-numbers/number-link';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { askPerson } from './call-request';
import { readClickToCall } from './click-settings';
import { dial } from './dial';
import { openPopupWith } from './open-popup';

export type Source = { tabId?: number | undefined };

/** Calls a number that the person has clicked somewhere outside of our pages, by the client that he prefers. False when no call came of it. */
export async function callByPreferredClient(bus: Bus, typed: string, source: Source): Promise<boolean> {
  const { inForce } = await readClickToCall();
  if (inForce.client !== 'ask') return callBy(bus, inForce.client, typed, source);
  await askPerson({ kind: 'client', origin: '', typed, ...source });
  return true;
}

export async function callBy(
  bus: Bus,
  client: Exclude<Client, 'ask'>,
  typed: string,
  { tabId }: Source,
): Promise<boolean> {
  if (client === 'workplace') return handOver(typed, tabId);
  const result = await dial(bus, { typed });
  // The popup says why, and what can be done.
  if (!result.ok) await openPopupWith(typed);
  return result.ok;
}

/** Whatever program of the system is registered for tel: or sip: gets the number; Chrome asks before it starts one. */
async function handOver(typed: string, tabId: number | undefined): Promise<boolean> {
  const url = toLinkAddress(typed);
  if (tabId === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(tabId, { url });
  log.info('number handed to another program', {});
  return true;
}
