import { expect, it } from 'vitest';
import { audioDirection, withholdCandidates } from './sdp';

const lines = (...text: string[]): string =>
  ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', ...text, ''].join('\r\n');
const audio = 'm=audio 9 UDP/TLS/RTP/SAVPF 0';
const ice = 'a=ice-ufrag:abcd';

it.each([
  ['its own direction', lines(audio, ice, 'a=sendonly'), 'sendonly'],
  ['recvonly', lines(audio, 'a=recvonly'), 'recvonly'],
  ['inactive', lines(audio, 'a=inactive'), 'inactive'],
  ['sendrecv where nothing is said', lines(audio), 'sendrecv'],
  ["the session's direction where the stream says nothing", lines('a=inactive', audio), 'inactive'],
  ["its own direction over the session's", lines('a=inactive', audio, 'a=sendrecv'), 'sendrecv'],
  [
    'the audio stream, not the video',
    lines(audio, 'a=sendrecv', 'm=video 9 RTP/AVP 96', 'a=inactive'),
    'sendrecv',
  ],
  [
    'the audio stream behind the video',
    lines('m=video 9 RTP/AVP 96', 'a=sendrecv', audio, 'a=sendonly'),
    'sendonly',
  ],
  ['hold by a zero address, as old systems do', lines(audio, 'c=IN IP4 0.0.0.0'), 'sendonly'],
  ['no hold by a zero address under ICE', lines(audio, 'c=IN IP4 0.0.0.0', ice), 'sendrecv'],
  ['no hold by a real address', lines(audio, 'c=IN IP4 192.0.2.1'), 'sendrecv'],
  ['sendrecv in an empty description', '', 'sendrecv'],
])('the direction of a call is %s', (_title, sdp, direction) => {
  expect(audioDirection(sdp)).toBe(direction);
});

it('is read with bare line feeds as well', () => {
  expect(audioDirection(lines(audio, 'a=sendonly').replaceAll('\r\n', '\n'))).toBe('sendonly');
});

it('can be read without the addresses of who wrote it, which are given apart with their streams', () => {
  const host = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host';
  const relay = 'candidate:2 1 udp 41885439 198.51.100.7 3478 typ relay raddr 0.0.0.0 rport 0';
  const offer = lines(
    audio,
    ice,
    `a=${host}`,
    'a=end-of-candidates',
    'a=mid:0',
    'm=video 9 RTP/AVP 96',
    `a=${relay}`,
  );
  expect(withholdCandidates(offer)).toEqual({
    sdp: lines(audio, ice, 'a=mid:0', 'm=video 9 RTP/AVP 96'),
    candidates: [
      { candidate: host, sdpMLineIndex: 0 },
      { candidate: relay, sdpMLineIndex: 1 },
    ],
  });
});
