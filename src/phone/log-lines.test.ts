import { expect, it, vi } from 'vitest';
import { keepLog } from '../platform/log';
import { makeRegisteredPhone } from './make-phone';

it('keeps passwords, digests and whole numbers out of its log', async () => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
  const lines: string[] = [];
  keepLog('phone', (line) => lines.push(line));
  const world = await makeRegisteredPhone();
  await world.phone.place({ typed: '', sent: '+4930123456', dtmf: '99', isEmergency: false });
  await world.screen.until('ended');
  const written = lines.join('\n');
  expect(written).toContain('REGISTER sip:example.com');
  expect(written).toContain('INVITE sip:…3456@example.com');
  for (const hidden of ['secret', 'Digest', '4930123456', 'nonce']) expect(written).not.toContain(hidden);
});
