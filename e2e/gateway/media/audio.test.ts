import { describe, expect, it } from 'vitest';
import { type Digit, makeDtmfReader } from './dtmf';
import { decodeG711, encodeG711 } from './g711';
import { findPeak } from './goertzel';
import { type Heard, makeListener } from './listener';
import { audioCodecs, chooseCodecs, keepCodecs, makeOriginStamp } from './sdp';
import { makeTone, silence } from './tone';

const frames = (count: number, frame: () => Int16Array) => Array.from({ length: count }, frame);

describe('G.711', () => {
  it.each(['PCMU', 'PCMA'] as const)('%s gives back each sample to within 4 percent', (codec) => {
    for (const sample of [0, 5, -5, 40, 100, -100, 500, 1000, -7000, 20_000, -32_000]) {
      const [back = 0] = decodeG711(codec, encodeG711(codec, Int16Array.of(sample)));
      expect(Math.abs(back - sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) * 0.04));
    }
  });

  it('has the silence and full-scale bytes of the standard', () => {
    expect([...encodeG711('PCMU', Int16Array.of(0, 32_767, -32_768))]).toEqual([0xff, 0x80, 0x00]);
    expect([...encodeG711('PCMA', Int16Array.of(0, 32_767, -32_768))]).toEqual([0xd5, 0xaa, 0x2a]);
  });
});

describe('a listener', () => {
  it.each([440, 880, 1234])('finds %i Hz and its level after G.711', (hz) => {
    const tone = makeTone(hz, 0.25);
    const samples = Int16Array.from(
      frames(5, tone).flatMap((f) => [...decodeG711('PCMU', encodeG711('PCMU', f))]),
    );
    const peak = findPeak(samples);
    expect(Math.abs(peak.hz - hz)).toBeLessThanOrEqual(2);
    expect(peak.levelDb).toBeCloseTo(-12, 0);
    expect(peak.purity).toBeGreaterThan(0.9);
  });

  it('reports a tone for each second that it lasts, then silence when nothing arrives', () => {
    const heard: Heard[] = [];
    const listener = makeListener((h) => heard.push(h));
    for (const frame of frames(100, makeTone(440))) listener.hear(frame);
    expect(heard).toMatchObject([
      { hz: 440, seconds: 1 },
      { hz: 440, seconds: 2 },
    ]);
    for (let i = 0; i < 60; i++) listener.tick();
    expect(heard[2]).toMatchObject({ hz: null, seconds: 1 });
  });

  it('takes noise and two tones at once for no tone', () => {
    const heard: Heard[] = [];
    const listener = makeListener((h) => heard.push(h));
    const [low, high] = [makeTone(440), makeTone(880)];
    for (let i = 0; i < 50; i++) {
      const second = high();
      listener.hear(low().map((sample, at) => sample + (second[at] ?? 0)));
    }
    expect(heard).toMatchObject([{ hz: null }]);
    for (const frame of frames(50, silence)) listener.hear(frame);
    expect(heard[1]).toMatchObject({ hz: null, seconds: 2 });
  });
});

describe('telephone events', () => {
  it('are one digit for each press, though the end comes three times or never', () => {
    const digits: Digit[] = [];
    const read = makeDtmfReader(8000, (digit) => digits.push(digit));
    for (const duration of [160, 320]) read(1000, Uint8Array.of(5, 10, duration >> 8, duration & 255));
    for (let i = 0; i < 3; i++) read(1000, Uint8Array.of(5, 0x8a, 3, 32));
    read(5000, Uint8Array.of(11, 10, 0, 160));
    read(9000, Uint8Array.of(10, 0x8a, 3, 32));
    expect(digits).toEqual([
      { digit: '5', durationMs: 100 },
      { digit: '#', durationMs: 20 },
      { digit: '*', durationMs: 100 },
    ]);
  });
});

describe('the SDP of one call', () => {
  it('keeps its session id, and counts its changes', () => {
    const stamp = makeOriginStamp();
    const origin = (sdp: string) => /o=- (\d+) (\d+)/.exec(stamp(sdp))?.slice(1).map(Number);
    const [id, version] = origin('v=0\r\no=- 1 0 IN IP4 0.0.0.0\r\na=sendrecv\r\n') ?? [];
    expect(version).toBe(1);
    expect(origin('v=0\r\no=- 2 0 IN IP4 0.0.0.0\r\na=sendrecv\r\n')).toEqual([id, 1]);
    expect(origin('v=0\r\no=- 3 0 IN IP4 0.0.0.0\r\na=inactive\r\n')).toEqual([id, 2]);
  });
});

describe('an SDP offer', () => {
  const sdp = [
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 0 110 126',
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 minptime=10',
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:110 telephone-event/48000',
    'a=rtpmap:126 telephone-event/8000',
    '',
  ].join('\r\n');

  it('is cut down to one voice codec and the telephone events of its clock rate', () => {
    const chosen = chooseCodecs(sdp, ['PCMU', 'PCMA']) ?? [];
    expect(audioCodecs(keepCodecs(sdp, chosen))).toEqual([
      { payloadType: 0, name: 'PCMU', clockRate: 8000 },
      { payloadType: 126, name: 'telephone-event', clockRate: 8000 },
    ]);
    expect(keepCodecs(sdp, chosen)).not.toContain('111');
    expect(chooseCodecs(sdp, ['PCMU', 'opus'], 'offered')?.map((c) => c.payloadType)).toEqual([111, 110]);
    expect(chooseCodecs(sdp, ['G729'])).toBeUndefined();
  });
});
