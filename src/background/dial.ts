import type { Bus } from '../bus/bus';
import type { DialResult } from '../bus/protocol';
import { makeDialer } from '../core/dial/dial';
import { dialSettings } from '../core/dial/dial-settings';
import { serverInForce } from '../core/settings/server-choice';
import { hasPhoneDocument } from '../platform/offscreen';
import { readItem, readItems } from '../platform/storage';
import { ensurePhone } from './phone-link';

export type Dial = { typed: string; asTyped?: boolean };

/** Dials what was typed, pasted or clicked anywhere: by the dial rules in force, and with a phone, whether or not there was one. */
export async function dial(bus: Bus, { typed, asTyped = false }: Dial): Promise<DialResult> {
  const [kept, answered, hasPhone] = await Promise.all([
    readItems('local', ['account', 'profile', 'ownRules']),
    readItem('session', 'answeredServer'),
    hasPhoneDocument(),
  ]);
  const server = serverInForce(kept.account?.server, kept.profile?.profiles ?? [], answered);
  if (!server) return { ok: false, why: 'not-registered' };
  const { sent, dtmf, emergency } = makeDialer(dialSettings(server, kept.ownRules ?? null))(typed, {
    asTyped,
  });
  if (!sent) return { ok: false, why: 'bad-number' };
  if (!hasPhone && !(await ensurePhone(bus))) return { ok: false, why: 'not-registered' };
  return bus.send('call.place', {
    typed,
    sent,
    dtmf,
    isEmergency: emergency,
    ...(asTyped && { asTyped: true }),
  });
}
