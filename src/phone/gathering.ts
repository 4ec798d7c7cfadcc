import { log } from '../platform/log';

const gatherAtMostMs = 1_000;

/**
 * Resolves as soon as the local description is worth sending: when gathering is complete, or each kind of server that was named
 * has given a candidate, and in any case after a second, so that a dead STUN or TURN server costs no more than that. What a server
 * has failed to give is in the log: without it, two that can reach each other in no other way hear nothing.
 */
export function gatherCandidates(peer: RTCPeerConnection): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const wanted = kindsWanted(peer.getConfiguration().iceServers ?? []);
  const failed = new Map<string, string>();
  return new Promise<void>((resolve) => {
    if (peer.iceGatheringState === 'complete') return resolve();
    const timer = setTimeout(() => {
      for (const kind of wanted) log.warn('candidate not waited for', { kind, waitedMs: gatherAtMostMs });
      resolve();
    }, gatherAtMostMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
    peer.addEventListener(
      'icegatheringstatechange',
      () => peer.iceGatheringState === 'complete' && resolve(),
      { signal },
    );
    peer.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate?.type && wanted.delete(candidate.type) && wanted.size === 0) resolve();
      },
      { signal },
    );
    // One for each network that the machine has, not all of which need reach the server.
    peer.addEventListener(
      'icecandidateerror',
      ({ url, errorCode, errorText }) => failed.set(url, `${errorCode} ${errorText}`),
      { signal },
    );
  }).finally(() => {
    over.abort();
    for (const [server, why] of failed)
      if (wanted.has(kindGivenBy(server))) log.warn('STUN or TURN server failed', { server, why });
  });
}

function kindsWanted(iceServers: readonly RTCIceServer[]): Set<RTCIceCandidateType> {
  return new Set(iceServers.flatMap(({ urls }) => urls).map(kindGivenBy));
}

const kindGivenBy = (url: string): RTCIceCandidateType => (/^turns?:/.test(url) ? 'relay' : 'srflx');
