export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/**
 * The direction of the first audio stream of a session description, seen from the one who wrote it (RFC 3264 §5.1). An
 * all-zero connection address is the older way to say that nothing is to be sent back (RFC 2543, RFC 3264 §8.4).
 */
export function audioDirection(sdp: string): MediaDirection {
  const [session = '', ...media] = sdp.split(/^(?=m=)/m);
  const audio = media.find((section) => section.startsWith('m=audio')) ?? '';
  const direction = directionIn(audio) ?? directionIn(session) ?? 'sendrecv';
  // WebRTC writes 0.0.0.0 wherever ICE decides the address, so it means hold only where there is no ICE.
  const isZero = /^c=IN IP4 0\.0\.0\.0\s*$/m.test(audio) && !/^a=ice-ufrag:/m.test(sdp);
  return isZero && direction === 'sendrecv' ? 'sendonly' : direction;
}

function directionIn(section: string): MediaDirection | undefined {
  return /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(section)?.[1] as MediaDirection | undefined;
}

/** A candidate of a session description and the stream it belongs to, as `addIceCandidate` takes it. */
export type StreamCandidate = { readonly candidate: string; readonly sdpMLineIndex: number };

/** Takes the candidates out of a session description (RFC 8839 §5.1): without them nothing can be sent to whoever wrote it. */
export function withholdCandidates(sdp: string): { sdp: string; candidates: readonly StreamCandidate[] } {
  const [, ...media] = sdp.split(/^(?=m=)/m);
  const candidates = media.flatMap((section, sdpMLineIndex) =>
    Array.from(section.matchAll(/^a=(candidate:.*?)\s*$/gm), ([, candidate = '']) => ({
      candidate,
      sdpMLineIndex,
    })),
  );
  return { sdp: sdp.replace(/^a=(?:candidate:.*|end-of-candidates\s*)\r?\n?/gm, ''), candidates };
}
