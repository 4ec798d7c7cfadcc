const gatherAtMostMs = 1_000;

/**
 * Resolves as soon as the local description is worth sending: when gathering is complete, or each kind of server that was named
 * has given a candidate, and in any case after a second, so that a dead STUN or TURN server costs no more than that.
 */
export function gatherCandidates(peer: RTCPeerConnection): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const wanted = kindsWanted(peer.getConfiguration().iceServers ?? []);
  return new Promise<void>((resolve) => {
    if (peer.iceGatheringState === 'complete') return resolve();
    const timer = setTimeout(resolve, gatherAtMostMs);
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
  }).finally(() => over.abort());
}

function kindsWanted(iceServers: readonly RTCIceServer[]): Set<RTCIceCandidateType> {
  const urls = iceServers.flatMap((server) => server.urls);
  const kinds = new Set<RTCIceCandidateType>();
  if (urls.some((url) => /^stuns?:/.test(url))) kinds.add('srflx');
  if (urls.some((url) => /^turns?:/.test(url))) kinds.add('relay');
  return kinds;
}
