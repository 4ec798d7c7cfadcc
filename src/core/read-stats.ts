import type { QualitySample } from './quality';

type Stats = Readonly<Record<string, unknown>>;

/** What `RTCPeerConnection.getStats` says of the audio that comes in (W3C webrtc-stats); null before there is any. */
export function readStats(report: Iterable<unknown>): QualitySample | null {
  const all = [...report].filter((one): one is Stats => typeof one === 'object' && one !== null);
  const inbound = all.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
  if (!inbound) return null;
  const codec = all.find(({ id, type }) => type === 'codec' && id === inbound.codecId);
  return {
    packetsReceived: figure(inbound.packetsReceived) ?? 0,
    packetsLost: figure(inbound.packetsLost) ?? 0,
    jitterMs: toMs(figure(inbound.jitter)) ?? 0,
    roundTripMs: roundTripMs(all),
    codec: typeof codec?.mimeType === 'string' ? codec.mimeType.replace(/^audio\//i, '') : '',
  };
}

/** From the far end's reports on our audio; one that sends none still answers the checks of the path (RFC 7675). */
function roundTripMs(all: readonly Stats[]): number | null {
  const remote = all.find(({ type, kind }) => type === 'remote-inbound-rtp' && kind === 'audio');
  const pair = all.find(
    ({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded',
  );
  return toMs(figure(remote?.roundTripTime)) ?? toMs(figure(pair?.currentRoundTripTime));
}

function figure(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function toMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}
