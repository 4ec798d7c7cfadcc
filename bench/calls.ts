import { expect } from '@playwright/test';
import { launchOffhook } from '../e2e/chromium';
import { startGateway } from '../e2e/gateway/gateway';
import { callCard, hangUp, signedInPopup, typeAndCall, useProfile } from '../e2e/person';
import { profileFor } from '../e2e/profiles';
import { noteClicks, request, response, WireClock } from '../e2e/stopwatch';
import type { Row } from './report';

const runs = 20;

/** From a click to what it puts on the wire, warm: the popup is open, as it is when somebody clicks in it. */
export async function measureCalls(): Promise<Row[]> {
  const gateway = await startGateway();
  const offhook = await launchOffhook();
  try {
    await gateway.warmUp();
    await useProfile(offhook, profileFor(gateway.url));
    const popup = await signedInPopup(offhook, { extension: '201', password: 'secret-201' });
    const clickedAt = await noteClicks(popup);
    const clock = new WireClock(gateway, '201');
    const toInvite: number[] = [];
    const toAnswer: number[] = [];
    for (let run = 0; run < runs; run++) {
      const mark = clock.mark;
      await typeAndCall(popup, '600');
      await expect(callCard(popup, 'active')).toBeVisible();
      toInvite.push(clock.timeOf(mark, 'in', request('INVITE')) - clickedAt());
      await hangUp(popup);
    }
    for (let run = 0; run < runs; run++) {
      const mark = clock.mark;
      const call = await gateway.callFrom('601', '201');
      await popup.getByRole('button', { name: 'Answer' }).click();
      await expect(callCard(popup, 'active')).toBeVisible();
      toAnswer.push(clock.timeOf(mark, 'in', response(200, 'INVITE')) - clickedAt());
      await hangUp(popup);
      await call.reaches('ended');
    }
    return [
      { what: 'click on Call to INVITE on the wire', figures: toInvite, unit: 'ms', limit: 30 },
      { what: 'click on Answer to 200 OK on the wire', figures: toAnswer, unit: 'ms', limit: 35 },
    ];
  } finally {
    await offhook.close();
    await gateway.close();
  }
}
