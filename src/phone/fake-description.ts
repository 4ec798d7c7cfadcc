import type { MediaDirection } from '../core/sdp';

/** A session description as WebRTC writes it, as far as a test looks at it. `owner` tells apart who wrote it. */
export function makeDescription(owner: string, direction: MediaDirection = 'sendrecv'): string {
  return [
    'v=0',
    `o=${owner} 1 1 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 0 101',
    'c=IN IP4 0.0.0.0',
    'a=ice-ufrag:abcd',
    `a=${direction}`,
    '',
  ].join('\r\n');
}
