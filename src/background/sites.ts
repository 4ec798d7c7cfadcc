import { type ClickToCall, mayFindNumbers, patternsOf, toHost } from '../core/page-numbers/click-to-call';
import { browser } from '../platform/browser';
import { writeItems } from '../platform/storage';
import { readClickToCall } from './click-settings';
import { enterOpenPages, registerContentScripts } from './content-scripts';

/** Whether numbers are found on the page at this address; the address is empty where Chrome does not tell it. */
export function isSiteChosen(url: string, inForce: ClickToCall): boolean {
  return URL.canParse(url) && mayFindNumbers(new URL(url).origin, inForce);
}

/** Finds numbers on the site of the address from now on, or no longer. Chrome asks the person for leave; this has to come from a click. */
export async function toggleSite(url: string): Promise<void> {
  const host = /^https?:/.test(url) ? toHost(url) : null;
  if (host === null) return;
  // Before anything that takes time: leave can only be asked for while the click lasts.
  const isGranted = await mayEnter(host);
  const { own, inForce } = await readClickToCall();
  const isChosen = isSiteChosen(url, inForce);
  if (!isChosen && !isGranted) return;
  const without = (hosts: readonly string[]) => hosts.filter((other) => other !== host);
  const sites = isChosen ? without(own.sites) : [...without(own.sites), host];
  const excluded = isChosen && inForce.everywhere ? [...own.excluded, host] : without(own.excluded);
  await useClickToCall({ ...own, sites, excluded });
  if (!isChosen) await enterOpenPages(host);
}

async function mayEnter(host: string): Promise<boolean> {
  const origins = [...patternsOf(host)];
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // Nobody can be asked now; leave may have been given before.
    return browser.permissions.contains({ origins });
  }
}

/** Puts the person's choices in force. */
export async function useClickToCall(own: ClickToCall): Promise<void> {
  await writeItems('local', { clickToCall: own });
  await registerContentScripts();
}
