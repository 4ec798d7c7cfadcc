import type { Bus } from '../bus/bus';
import type { DialResult } from '../bus/protocol';
import { makeDialer } from '../core/dial/dial';
import { dialSettings } from '../core/dial/dial-settings';
import { hasPhoneDocument } from '../platform/offscreen';
import { readItems } from '../platform/storage';
import { ensurePhone } from './phone-link';

export type Dial = { typed: string; asTyped?: boolean };

/** Dials what was typed, pasted or clicked anywhere: by the dial rules in force, and with a phone, whether or not there was one. */
export async function dial(bus: Bus, { typed, asTyped = false }: Dial): Promise<DialResult> {
  const { account, profile, ownRules } = await readItems('local', ['account', 'profile', 'ownRules']);
  const server = profile?.profiles.find(({ name }) => name === account?.serverName);
  if (!server) return { ok: false, why: 'not-registered' };
  const { sent, dtmf, emergency } = makeDialer(dialSettings(server, ownRules ?? null))(typed, { asTyped });
  if (!sent) return { ok: false, why: 'bad-number' };
  if (!(await hasPhoneDocument())) await ensurePhone(bus);
  if (!(await hasPhoneDocument())) return { ok: false, why: 'not-registered' };
  return bus.send('call.place', { typed, sent, dtmf, isEmergency: emergency });
}
