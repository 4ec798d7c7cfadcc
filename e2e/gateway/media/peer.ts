import type { MediaStreamTrack, RTCPeerConnection, RTCRtpTransceiver, RtpPacket } from 'werift';
import { type Digit, makeDtmfReader } from './dtmf';
import { startFrameClock } from './frame-clock';
import { decodeG711, encodeG711, type G711 } from './g711';
import { type Heard, makeListener } from './listener';
import {
  audioCodecs,
  type Codec,
  chooseCodecs,
  type Direction,
  keepCodecs,
  makeOriginStamp,
  withoutGroup,
} from './sdp';
import { frameSamples, makeTone, silence } from './tone';

type Werift = typeof import('werift');

/** What a far end sends: what it hears, a tone, or silence. */
export type Source = 'echo' | 'silence' | { readonly hz: number };

export interface PeerEvents {
  readonly onHeard: (heard: Heard) => void;
  readonly onDigit: (digit: Digit) => void;
}

const g711Name = (codec: Codec | undefined): G711 | undefined =>
  codec?.name === 'PCMU' || codec?.name === 'PCMA' ? codec.name : undefined;

function openConnection({ RTCPeerConnection, RTCRtpCodecParameters }: Werift): RTCPeerConnection {
  const codec = (mimeType: string, clockRate: number, payloadType: number, channels = 1) =>
    new RTCRtpCodecParameters({ mimeType, clockRate, payloadType, channels });
  return new RTCPeerConnection({
    codecs: {
      audio: [
        codec('audio/PCMU', 8000, 0),
        codec('audio/PCMA', 8000, 8),
        codec('audio/opus', 48_000, 111, 2),
        codec('audio/telephone-event', 8000, 101),
      ],
    },
    iceServers: [],
    // Both ends run on this machine: no address of its interfaces, only the loopback, which werift calls additional.
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceInterfaceAddresses: { udp4: '127.0.0.1' },
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
}

/** The first peer takes 0.7 s, to load werift and to make a certificate; this is it, ahead of the first call. */
export async function warmUpMedia(): Promise<void> {
  const peer = await MediaPeer.open({ onHeard: () => undefined, onDigit: () => undefined });
  await peer.offer();
  await peer.close();
}

/** The WebRTC end of a far end's call: one audio stream each way. */
export class MediaPeer {
  readonly #werift: Werift;
  readonly #connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  readonly #events: PeerEvents;
  readonly #closing = new AbortController();
  readonly #listener = makeListener((heard) => this.#events.onHeard(heard));
  readonly #stamp = makeOriginStamp();
  #codecs: readonly Codec[] = [];
  #readDigit: ((timestamp: number, payload: Uint8Array) => void) | undefined;
  #source: Source = 'silence';
  #nextFrame = silence;
  #heardSequence: number | undefined;
  #heardTrack: MediaStreamTrack | undefined;
  #sent = { sequenceNumber: 0, timestamp: 0 };

  static async open(events: PeerEvents): Promise<MediaPeer> {
    return new MediaPeer(await import('werift'), events);
  }

  private constructor(werift: Werift, events: PeerEvents) {
    this.#werift = werift;
    this.#connection = openConnection(werift);
    this.#events = events;
    this.#transceiver = this.#connection.addTransceiver('audio', { direction: 'sendrecv' });
    this.#connection.onTrack.subscribe((track) => this.#listenTo(track));
    startFrameClock(() => this.#frame(), this.#closing.signal);
  }

  /** What the last negotiation left us: 'sendonly' is that we send and they listen. */
  get direction(): Direction {
    const current = this.#transceiver.currentDirection;
    return current === null || current === 'stopped' ? 'inactive' : current;
  }

  get codec(): string | undefined {
    return this.#codecs[0]?.name;
  }

  /** An SDP offer with all candidates in it. */
  async offer(direction: Direction = 'sendrecv'): Promise<string> {
    this.#transceiver.setDirection(direction);
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    return this.#localSdp();
  }

  /** Takes the answer to our offer. */
  async accept(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
    this.#useCodecs(audioCodecs(sdp));
  }

  /**
   * Answers an offer: the direction mirrored (RFC 3264 §6.1), one voice codec (see chooseCodecs).
   * Undefined when none of the wanted codecs is offered (488).
   */
  async answer(sdp: string, wanted: readonly string[], order: 'ours' | 'offered' = 'ours') {
    const chosen = chooseCodecs(sdp, wanted, order);
    if (!chosen) return undefined;
    this.#transceiver.setDirection('sendrecv');
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: keepCodecs(sdp, chosen) });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    this.#useCodecs(chosen);
    return this.#localSdp();
  }

  play(source: Source): void {
    this.#source = source;
    this.#nextFrame = typeof source === 'object' ? makeTone(source.hz) : silence;
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await this.#connection.close();
  }

  #localSdp(): string {
    const sdp = this.#stamp(this.#connection.localDescription?.sdp ?? '');
    // werift writes a stream that is inactive with port 0, as one that is refused (RFC 3264 §8.2).
    return withoutGroup(sdp).replace(/^m=audio 0 /m, 'm=audio 9 ');
  }

  #useCodecs(codecs: readonly Codec[]): void {
    this.#codecs = codecs;
    const event = codecs.find((c) => c.name.toLowerCase() === 'telephone-event');
    this.#readDigit = event && makeDtmfReader(event.clockRate, this.#events.onDigit);
  }

  // Each negotiation announces the track again, mostly the same one.
  #listenTo(track: MediaStreamTrack): void {
    if (track === this.#heardTrack) return;
    this.#heardTrack = track;
    track.onReceiveRtp.subscribe((packet) => this.#receive(packet));
  }

  #receive(packet: RtpPacket): void {
    const { payloadType, timestamp, sequenceNumber } = packet.header;
    const codec = this.#codecs.find((c) => c.payloadType === payloadType);
    if (codec?.name.toLowerCase() === 'telephone-event') {
      this.#readDigit?.(timestamp, packet.payload);
      return;
    }
    if (this.#source === 'echo' && this.direction === 'sendrecv') this.#send(packet.clone());
    // What comes after its successor is too late to be heard.
    const ahead = (sequenceNumber - (this.#heardSequence ?? sequenceNumber - 1)) & 0xffff;
    if (ahead === 0 || ahead > 0x8000) return;
    this.#heardSequence = sequenceNumber;
    const name = g711Name(codec);
    if (name) this.#listener.hear(decodeG711(name, packet.payload));
  }

  /** 20 ms have passed. */
  #frame(): void {
    this.#listener.tick();
    const name = g711Name(this.#codecs[0]);
    const timestamp = (this.#sent.timestamp + frameSamples) >>> 0; // Goes on while held, as time does (RFC 3550 §5.1).
    this.#sent = { ...this.#sent, timestamp };
    if (!name || this.#source === 'echo' || !this.direction.startsWith('send')) return;
    const sequenceNumber = (this.#sent.sequenceNumber + 1) & 0xffff;
    this.#sent = { sequenceNumber, timestamp };
    const payloadType = this.#codecs[0]?.payloadType ?? 0;
    const { RtpHeader, RtpPacket } = this.#werift;
    const header = new RtpHeader({ payloadType, sequenceNumber, timestamp });
    this.#send(new RtpPacket(header, encodeG711(name, this.#nextFrame())));
  }

  #send(packet: RtpPacket): void {
    this.#transceiver.sender.sendRtp(packet).catch(() => undefined); // A socket that closes in mid-packet.
  }
}
