import type { Bus } from '../bus/bus';
import type { DialResult } from '../bus/protocol';
import { hasPhoneDocument } from '../platform/offscreen';
import { ensurePhone } from './phone-link';

/** Dials what was typed, pasted or clicked anywhere: by the dial rules in force, and with a phone, whether or not there was one. */
export async function dial(
  bus: Bus,
  { typed, asTyped }: { typed: string; asTyped?: boolean },
): Promise<DialResult> {
  if (!(await hasPhoneDocument())) await ensurePhone(bus);
  if (!(await hasPhoneDocument())) return { ok: false, why: 'not-registered' };
  const sent = asTyped ? typed.trim() : typed.replace(/[^\d*#+]/g, '');
  if (!sent) return { ok: false, why: 'bad-number' };
  return bus.send('call.place', { typed, sent, dtmf: '', isEmergency: false });
}
