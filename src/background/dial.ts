import type { Bus } from '../bus/bus';
import type { DialResult } from '../bus/protocol';
import { makeDialer } from '../core/dial/dial';
import { dialSettings } from '../core/dial/dial-settings';
import type { DialSettings } from '../core/dial/dialled';
import { serverInForce } from '../core/settings/server-choice';
import { hasPhoneDocument } from '../platform/offscreen';
import { readItem, readItems } from '../platform/storage';
import { ensurePhone } from './phone-link';

export type Dial = { typed: string; asTyped?: boolean };

/** By what numbers are dialled at this moment; null as long as there is no server to dial at. */
export async function dialSettingsInForce(): Promise<DialSettings | null> {
  const [kept, answered] = await Promise.all([
    readItems('local', ['account', 'profile', 'ownRules']),
    readItem('session', 'answeredServer'),
  ]);
  const server = serverInForce(kept.account?.server, kept.profile?.profiles ?? [], answered);
  return server ? dialSettings(server, kept.ownRules ?? null) : null;
}

/** Dials what was typed, pasted or clicked anywhere: by the dial rules in force, and with a phone, whether or not there was one. */
export async function dial(bus: Bus, { typed, asTyped = false }: Dial): Promise<DialResult> {
  const [settings, hasPhone] = await Promise.all([dialSettingsInForce(), hasPhoneDocument()]);
  if (!settings) return { ok: false, why: 'not-registered' };
  const { sent, dtmf, emergency } = makeDialer(settings)(typed, { asTyped });
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
