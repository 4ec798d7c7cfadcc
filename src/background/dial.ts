import type { Bus } from '../bus/bus';
import type { DialResult } from '../bus/protocol';
import { dialSettings } from '../core/dial/dial-settings';
import type { Dialled, DialSettings } from '../core/dial/dialled';
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

/** What would be sent for a number at this moment. Where there is no server to dial at, no rules are in force either. */
export async function dialled(number: string): Promise<Dialled> {
  const [settings, { makeDialer }] = await Promise.all([dialSettingsInForce(), dialRules()]);
  return makeDialer(settings ?? { rules: null, emergencyNumbers: [] })(number);
}

/** The rules weigh half as much as the whole worker, which starts often and seldom to dial. */
const dialRules = () => import('../core/dial/dial');

/** Dials what was typed, pasted or clicked anywhere: by the dial rules in force, and with a phone, whether or not there was one. */
export async function dial(bus: Bus, { typed, asTyped = false }: Dial): Promise<DialResult> {
  const [settings, hasPhone, { makeDialer }] = await Promise.all([
    dialSettingsInForce(),
    hasPhoneDocument(),
    dialRules(),
  ]);
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
