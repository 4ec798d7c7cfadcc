import { type ClickToCall, patternsOf, patternsWithin, spacesHost } from '../core/page-numbers/click-to-call';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readClickToCall } from './click-settings';
import { makeTurns } from './turns';

const allPages = ['https://*/*', 'http://*/*'];

/** One registration after another; each reads anew what holds. */
const inTurn = makeTurns();

/**
 * Has our scripts put into the pages of the sites that Chrome lets us into: where numbers are found, as the person or the policy has chosen,
 * and where the policy allows the page API.
 */
export function registerContentScripts(): Promise<void> {
  return inTurn(register).catch((error: Error) =>
    log.error('script for pages not registered', { why: error.message }),
  );
}

/** Puts the script into the pages of a site that are open already. */
export async function enterOpenPages(host: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patternsOf(host)] });
  const { js, css } = scriptOfPages();
  await Promise.all(
    tabs.map(async ({ id: tabId }) => {
      if (tabId === undefined) return;
      const target = { tabId, allFrames: true };
      await browser.scripting.insertCSS({ target, files: css });
      await browser.scripting.executeScript({ target, files: js });
    }),
  );
}

async function register(): Promise<void> {
  const { inForce, policy } = await readClickToCall();
  const apiHosts = policy.apiOrigins.map((origin) => new URL(origin).host);
  // Spaces has its script from installation, and the page API without one.
  const excludeMatches = [...patternsOf(spacesHost), ...inForce.excluded.flatMap(patternsWithin)];
  const inEachFrame = {
    excludeMatches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle',
  } as const;
  const scripts = [
    {
      ...inEachFrame,
      id: 'numbers-on-granted-sites',
      matches: await granted(patternsWanted(inForce)),
      ...scriptOfPages(),
    },
    {
      ...inEachFrame,
      id: 'page-api-of-policy',
      matches: await granted(apiHosts.flatMap(patternsOf)),
      js: ['src/page-bridge/main.js'],
    },
  ].filter(({ matches }) => matches.length > 0);
  await browser.scripting.unregisterContentScripts();
  await chrome.scripting.registerContentScripts(scripts);
  for (const { id, matches } of scripts)
    log.info('script for pages registered', { id, sites: matches.length });
}

const patternsWanted = ({ everywhere, sites }: ClickToCall): readonly string[] =>
  everywhere ? allPages : sites.flatMap(patternsOf);

async function granted(patterns: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(patterns)];
  const answers = await Promise.all(
    wanted.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return wanted.filter((_, at) => answers[at]);
}

/** As they are called in the built extension, which the manifest knows. */
function scriptOfPages(): { js: string[]; css: string[] } {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  return { js: [...(script?.js ?? [])], css: [...(script?.css ?? [])] };
}
