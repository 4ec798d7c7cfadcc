import { expect } from '@playwright/test';
import type { Offhook } from './offhook';
import { type Heard, isTone } from './tone';

const withinMs = 15_000;

/** Listens until the person hears this tone, and nothing that is louder. */
export async function expectTone(offhook: Offhook, hz: number): Promise<void> {
  await listenUntil(offhook, (heard) => isTone(heard, hz), `${hz} Hz`);
}

/** Listens until the phone rings: its ringtone warbles between 660 and 825 Hz. */
export async function expectRingtone(offhook: Offhook): Promise<void> {
  await listenUntil(offhook, (heard) => heard !== null && heard.hz > 600 && heard.hz < 900, 'the ringtone');
}

/** Listens until nothing is to be heard. */
export async function expectSilence(offhook: Offhook): Promise<void> {
  await listenUntil(offhook, (heard) => heard === null, 'silence');
}

async function listenUntil(
  offhook: Offhook,
  isIt: (heard: Heard | null) => boolean,
  what: string,
): Promise<void> {
  await expect(async () => {
    const heard = await offhook.heard();
    expect(isIt(heard), `expected ${what}, heard ${describe(heard)}`).toBe(true);
  }).toPass({ timeout: withinMs, intervals: [0] });
}

function describe(heard: Heard | null): string {
  return heard ? `${heard.hz.toFixed(1)} Hz, ${(100 * heard.share).toFixed(0)} % of the sound` : 'silence';
}
