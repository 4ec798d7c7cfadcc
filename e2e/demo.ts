import type { Page } from '@playwright/test';
import { profileWithSignOn, startAccounts, takingTokensOf } from './accounts';
import { launchOffhook } from './chromium';
import {
  callEcho,
  callMeter,
  type Finding,
  type Stage,
  signOnAnew,
  takeCallback,
  toneHz,
} from './demo-calls';
import { farEndNames } from './gateway/far-ends/table';
import { type Gateway, startGateway } from './gateway/gateway';
import type { IdentityProvider } from './identity-provider';
import type { Offhook } from './offhook';
import { alice, signedInPopup, useProfile } from './person';
import { noteClicks, WireClock } from './stopwatch';

/**
 * Offhook signed in as 201 at a gateway on loopback. With a display, for a person to dial; with `--headless`, or without a
 * display, the calls are placed and taken by themselves, and the exit status is 0 only if everything held.
 */

const popupSize = { width: 360, height: 480 };
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function showToPerson(): Promise<void> {
  const { gateway, accounts } = await startServers();
  const offhook = await launchOffhook({ headless: false, microphone: 'own' });
  await setUp(offhook, { gateway, accounts });
  console.log('\nOffhook is signed in as 201: in the tab, and behind the handset in the toolbar. Dial');
  for (const [number, name] of farEndNames) console.log(`  ${number}  ${name}`);
  console.log('Or sign out and sign in by single sign-on, as alice (201).');
  console.log('Close the browser or press Ctrl-C to end.\n');
  await new Promise((resolve) => {
    offhook.context.once('close', resolve);
    process.once('SIGINT', resolve);
  });
  await offhook.close();
  await Promise.all([gateway.close(), accounts.close()]);
}

async function proveByCalls(): Promise<void> {
  const startedAt = Date.now();
  const { gateway, accounts } = await startServers();
  await gateway.warmUp();
  const offhook = await launchOffhook({ microphone: { hz: toneHz } });
  const launchedAt = Date.now();
  const findings: Finding[] = [{ what: 'browser started', found: `${launchedAt - startedAt} ms` }];
  try {
    const popup = await setUp(offhook, { gateway, accounts });
    findings.push({ what: 'profile loaded and signed in', found: `${Date.now() - launchedAt} ms` });
    await popup.setViewportSize(popupSize);
    const clickedAt = await noteClicks(popup);
    const stage: Stage = {
      offhook,
      popup,
      clickedAt,
      gateway,
      clock: new WireClock(gateway, alice.extension),
    };
    for (const call of [callEcho, callMeter, takeCallback, signOnAnew]) findings.push(...(await call(stage)));
  } finally {
    printTable(findings);
    await offhook.close();
    await Promise.all([gateway.close(), accounts.close()]);
  }
  console.log('\nEverything held. Pictures are in screenshots/.');
}

type Servers = { gateway: Gateway; accounts: IdentityProvider };

/** A telephone system, and an accounts service whose tokens it takes beside passwords. */
async function startServers(): Promise<Servers> {
  const accounts = await startAccounts();
  const gateway = await startGateway({ ...takingTokensOf(accounts), log: (line) => console.log(line) });
  return { gateway, accounts };
}

async function setUp(offhook: Offhook, { gateway, accounts }: Servers): Promise<Page> {
  await useProfile(offhook, profileWithSignOn(gateway, accounts));
  const popup = await signedInPopup(offhook, alice);
  return popup;
}

function printTable(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length));
  console.log();
  for (const { what, found } of findings) console.log(`${what.padEnd(width)}  ${found}`);
}

const wantsHeadless = process.argv.includes('--headless');
if (!wantsHeadless && !hasDisplay) console.log('There is no display here, so the calls are made headless.');
try {
  await (wantsHeadless || !hasDisplay ? proveByCalls() : showToPerson());
  process.exit(0);
} catch (error) {
  console.error(`\nIt did not hold: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
