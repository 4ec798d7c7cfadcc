export interface Codec {
  readonly payloadType: number;
  readonly name: string;
  readonly clockRate: number;
}

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** The codecs of the first audio section, in the order of its m= line (RFC 4566 §5.14). */
export function audioCodecs(sdp: string): Codec[] {
  const order = /^m=audio \d+ \S+ ([\d ]+)/m.exec(sdp)?.[1]?.trim().split(/\s+/) ?? [];
  const maps = new Map(
    [...sdp.matchAll(/^a=rtpmap:(\d+) ([^/\s]+)\/(\d+)/gm)].map((m) => [m[1] ?? '', m] as const),
  );
  return order.flatMap((payloadType) => {
    const map = maps.get(payloadType);
    return map ? [{ payloadType: Number(payloadType), name: map[2] ?? '', clockRate: Number(map[3]) }] : [];
  });
}

/** The SDP with only these payload types in its audio section, in this order. */
export function keepCodecs(sdp: string, codecs: readonly Codec[]): string {
  const kept = codecs.map((codec) => `${codec.payloadType}`);
  return sdp
    .split('\r\n')
    .filter((line) => {
      const payloadType = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)/.exec(line)?.[1];
      return payloadType === undefined || kept.includes(payloadType);
    })
    .map((line) => line.replace(/^(m=audio \d+ \S+) .*/, `$1 ${kept.join(' ')}`))
    .join('\r\n');
}

/** The SDP as gateways write it that know no groups of streams (RFC 9143 §7.3). */
export function withoutGroup(sdp: string): string {
  return sdp.replace(/^a=group:.*\r\n/gm, '');
}

/** What a far end can send back as it came, and what it can hear and speak. */
export const anyVoice = ['opus', 'PCMU', 'PCMA'] as const;
export const g711Voice = ['PCMU', 'PCMA'] as const;

/**
 * Of an offer, what a far end takes: the best voice codec and the telephone events of its clock rate. Best is the
 * first of our wishes, or of the offer when the offerer is to choose. Undefined when there is none.
 */
export function chooseCodecs(
  sdp: string,
  wanted: readonly string[],
  order: 'ours' | 'offered' = 'ours',
): readonly Codec[] | undefined {
  const offered = audioCodecs(sdp);
  const isNamed = (name: string) => (c: Codec) => c.name.toLowerCase() === name.toLowerCase();
  const byWish = wanted.map((name) => offered.find(isNamed(name))).find((codec) => codec !== undefined);
  const voice = order === 'ours' ? byWish : offered.find((c) => wanted.some((name) => isNamed(name)(c)));
  if (!voice) return undefined;
  const events = offered.filter((c) => isNamed('telephone-event')(c) && c.clockRate === voice.clockRate);
  return [voice, ...events];
}

/**
 * Gives each SDP of a session the same id, and a version that rises with each change (RFC 3264 §8); werift makes up a
 * new id each time.
 */
export function makeOriginStamp(): (sdp: string) => string {
  const id = Math.floor(Math.random() * 2 ** 31);
  let [version, before] = [0, ''];
  return (sdp) => {
    const rest = sdp.replace(/^o=.*$/m, '');
    if (rest !== before) version += 1;
    before = rest;
    return sdp.replace(/^o=.*$/m, `o=- ${id} ${version} IN IP4 127.0.0.1`);
  };
}
