import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { launchOffhook } from '../e2e/chromium';
import { startGateway } from '../e2e/gateway/gateway';
import { callCard, dial, hangUp, signedInPopup, useProfile } from '../e2e/person';
import { profileFor } from '../e2e/profiles';
import { noteClicks, request, WireClock } from '../e2e/stopwatch';
import type { Row } from './report';

const runs = 5;

/** What a STUN server that takes every packet and answers none costs a call that is dialled the moment the popup opens. */
export async function measureDeadStun(): Promise<Row[]> {
  const gateway = await startGateway();
  const offhook = await launchOffhook();
  const stun = createSocket('udp4').bind(0, '127.0.0.1');
  try {
    await once(stun, 'listening');
    await gateway.warmUp();
    const profile = profileFor(gateway.url);
    const servers = profile.IP_Office_Server_Profile.map((server) => ({
      ...server,
      STUNHost: '127.0.0.1',
      STUNPort: String(stun.address().port),
    }));
    await useProfile(offhook, { IP_Office_Server_Profile: servers });
    const popup = await signedInPopup(offhook, { extension: '201', password: 'secret-201' });
    const clickedAt = await noteClicks(popup);
    const clock = new WireClock(gateway, '201');
    const toInvite: number[] = [];
    for (let run = 0; run < runs; run++) {
      const mark = clock.mark;
      await dial(popup, '600');
      await expect(callCard(popup, 'active')).toBeVisible({ timeout: 15_000 });
      toInvite.push(clock.timeOf(mark, 'in', request('INVITE')) - clickedAt());
      await hangUp(popup);
    }
    return [{ what: 'the same, with a dead STUN server', figures: toInvite, unit: 'ms', limit: 1_030 }];
  } finally {
    stun.close();
    await offhook.close();
    await gateway.close();
  }
}
