import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { openSignOn, sayName } from './accounts';
import type { Gateway } from './gateway/gateway';
import type { Offhook } from './offhook';
import { callCard, dial, hangUp, registration, signOut, talkTo } from './person';
import { type ClickClock, noteClicks, request, response, type WireClock } from './stopwatch';
import { text } from './texts';
import { isTone } from './tone';

/** One line of the table: what was measured or heard. */
export type Finding = { what: string; found: string };
export type Stage = {
  offhook: Offhook;
  popup: Page;
  clickedAt: ClickClock;
  gateway: Gateway;
  clock: WireClock;
};

const pictures = fileURLToPath(new URL('../screenshots', import.meta.url));
export const toneHz = 440;

const ms = (what: string, from: number, to: number): Finding => ({
  what,
  found: `${(to - from).toFixed(0)} ms`,
});

/** 600 sends back what it hears, so our tone in our own ear has gone both ways. */
export async function callEcho({ offhook, popup, clickedAt, gateway, clock }: Stage): Promise<Finding[]> {
  const mark = clock.mark;
  await dial(popup, '600');
  const dialledAt = clickedAt();
  await expect(callCard(popup, 'active')).toBeVisible();
  const heard = await hearTone(offhook);
  await takePicture(popup, 'popup-in-call');
  await hangUp(popup);
  const hungUpAt = clickedAt();
  await gateway.calls('600').at(-1)?.reaches('ended');
  const invitedAt = clock.timeOf(mark, 'in', request('INVITE'));
  return [
    ms('600: click on Call to INVITE', dialledAt, invitedAt),
    ms('600: INVITE to ringing', invitedAt, clock.timeOf(mark, 'out', response(180, 'INVITE'))),
    ms('600: INVITE to answered', invitedAt, clock.timeOf(mark, 'out', response(200, 'INVITE'))),
    { what: '600: heard by us', found: heard },
    ms('600: click on Hang up to BYE', hungUpAt, clock.timeOf(mark, 'in', request('BYE'))),
  ];
}

/** 602 measures what it hears. */
export async function callMeter({ popup, clickedAt, gateway, clock }: Stage): Promise<Finding[]> {
  const mark = clock.mark;
  await dial(popup, '602');
  const dialledAt = clickedAt();
  const heard = await gateway.waitForTone('602', { hz: toneHz });
  await hangUp(popup);
  await gateway.calls('602').at(-1)?.reaches('ended');
  return [
    ms('602: click on Call to INVITE', dialledAt, clock.timeOf(mark, 'in', request('INVITE'))),
    { what: '602: heard by the far end', found: `${heard.hz} Hz, ${heard.levelDb.toFixed(0)} dB` },
  ];
}

/** 608 answers, hangs up and calls back, so the second call is an inbound one. */
export async function takeCallback({ offhook, popup, gateway, clock }: Stage): Promise<Finding[]> {
  const mark = clock.mark;
  await dial(popup, '608');
  await gateway.waitFor(/ 608 calls 201 /);
  const window = await offhook.callWindow();
  const answer = window.getByRole('button', { name: text('answer') });
  await expect(answer).toBeVisible();
  await expect(popup.getByRole('button', { name: text('answer') })).toBeVisible();
  await takePicture(window, 'incoming-call');
  await takePicture(popup, 'popup-incoming-call');
  const windowClickedAt = await noteClicks(window);
  await answer.click();
  const answeredAt = windowClickedAt();
  await expect(callCard(popup, 'active')).toBeVisible();
  const heard = await hearTone(offhook);
  const heardThere = await gateway.waitForTone('608', { hz: toneHz });
  await hangUp(popup);
  await gateway.calls('608').at(-1)?.reaches('ended');
  const invitedAt = clock.timeOf(mark, 'out', request('INVITE'));
  return [
    ms('608: INVITE to our ringing', invitedAt, clock.timeOf(mark, 'in', response(180, 'INVITE'))),
    ms('608: click on Answer to 200 OK', answeredAt, clock.timeOf(mark, 'in', response(200, 'INVITE'))),
    { what: '608: heard by us', found: heard },
    { what: '608: heard by the far end', found: `${heardThere.hz} Hz, ${heardThere.levelDb.toFixed(0)} dB` },
  ];
}

/** Listens until the tone is there; throws after some seconds without it. */
async function hearTone(offhook: Offhook): Promise<string> {
  let last = await offhook.heard();
  for (let tries = 0; tries < 8 && !isTone(last, toneHz); tries++) last = await offhook.heard();
  if (!last || !isTone(last, toneHz)) throw new Error(`expected ${toneHz} Hz, heard ${JSON.stringify(last)}`);
  return `${last.hz.toFixed(1)} Hz, ${(20 * Math.log10(last.amplitude)).toFixed(0)} dB, ${(100 * last.share).toFixed(0)} % of the sound`;
}

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  // As tall as what it shows, which is the size that Chrome gives to a popup.
  await page.locator('body').screenshot({ path: `${pictures}/${name}.png` });
}

/** Out, and in again by the accounts service; then a call, for which the token has to do. */
export async function signOnAnew({ offhook, popup, gateway, clock }: Stage): Promise<Finding[]> {
  await signOut(popup);
  const window = await openSignOn(offhook, popup);
  const mark = clock.mark;
  const saidAt = Date.now();
  await sayName(window, 'alice');
  await expect(registration(popup, 'registered')).toBeVisible();
  const signedOnAt = Date.now();
  await talkTo(popup, '600');
  await hangUp(popup);
  await gateway.calls('600').at(-1)?.reaches('ended');
  const challenges = gateway.messages.slice(mark).filter(({ text: sent }) => /^SIP\/2.0 40[17]/.test(sent));
  expect(challenges).toEqual([]);
  return [ms('single sign-on: name said to registered', saidAt, signedOnAt)];
}
