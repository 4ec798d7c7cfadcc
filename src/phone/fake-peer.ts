import { vi } from 'vitest';
import { makeDescription } from './fake-description';

type Transceiver = ReturnType<typeof makeTransceiver>;

/** A microphone or a speaker's track, as far as a call looks at it. */
export class FakeTrack extends EventTarget {
  readonly kind = 'audio';
  enabled = true;
  isStopped = false;

  stop(): void {
    this.isStopped = true;
  }
}

function makeTransceiver(direction: string) {
  const dtmf = {
    canInsertDTMF: true,
    toneBuffer: '',
    insertDTMF(tones: string) {
      dtmf.toneBuffer = tones;
    },
  };
  const sender = {
    track: null as unknown,
    dtmf,
    async replaceTrack(track: unknown) {
      sender.track = track;
    },
  };
  return { direction, currentDirection: null, receiver: { track: new FakeTrack() }, sender };
}

/** An RTCPeerConnection without a network: its states move as WebRTC 1.0 §4.3 draws them, and its descriptions name its streams. */
export class FakePeer extends EventTarget {
  signalingState: RTCSignalingState = 'stable';
  iceGatheringState: RTCIceGatheringState = 'complete';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: { sdp: string } | null = null;
  remoteSdp = '';
  readonly remoteCandidates: RTCIceCandidateInit[] = [];
  stats: Readonly<Record<string, object>> = {};
  readonly transceivers: Transceiver[] = [];
  readonly #iceServers: RTCIceServer[];

  constructor(iceServers: RTCIceServer[] = []) {
    super();
    this.#iceServers = iceServers;
  }

  getConfiguration(): RTCConfiguration {
    return { iceServers: this.#iceServers };
  }

  getTransceivers(): Transceiver[] {
    return this.transceivers;
  }

  addTransceiver(_kind: string, { direction }: { direction: string }): void {
    this.transceivers.push(makeTransceiver(direction));
  }

  async setLocalDescription(description?: { type: string }): Promise<void> {
    if (description?.type === 'rollback') return this.#rollBack();
    this.signalingState = this.signalingState === 'have-remote-offer' ? 'stable' : 'have-local-offer';
    const [audio] = this.transceivers;
    this.localDescription = { sdp: audio ? makeDescription('peer') : 'v=0\r\n' };
  }

  async setRemoteDescription({ type, sdp }: { type: string; sdp: string }): Promise<void> {
    if (!sdp.includes('m=audio')) throw new DOMException('no audio', 'InvalidAccessError');
    const from = this.signalingState;
    if (type === 'offer' ? from !== 'stable' : !/have-local-offer|have-remote-pranswer/.test(from))
      throw new DOMException(`${type} in ${from}`, 'InvalidStateError');
    if (type === 'offer' && this.transceivers.length === 0)
      this.addTransceiver('audio', { direction: 'recvonly' });
    this.signalingState =
      ({ offer: 'have-remote-offer', pranswer: 'have-remote-pranswer' } as const)[type] ?? 'stable';
    this.remoteSdp = sdp;
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.remoteSdp) throw new DOMException('no remote description', 'InvalidStateError');
    this.remoteCandidates.push(candidate);
  }

  /** What it has measured, of which nothing is left when it is closed. */
  async getStats(): Promise<ReadonlyMap<string, object>> {
    return new Map(this.signalingState === 'closed' ? [] : Object.entries(this.stats));
  }

  close(): void {
    this.signalingState = 'closed';
  }

  /** A candidate was gathered. */
  gather(type: RTCIceCandidateType): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { type } }));
  }

  /** A server gave no candidate for one of the machine's networks. */
  failToGather(url: string, errorCode: number, errorText: string): void {
    this.dispatchEvent(Object.assign(new Event('icecandidateerror'), { url, errorCode, errorText }));
  }

  completeGathering(): void {
    this.iceGatheringState = 'complete';
    this.dispatchEvent(new Event('icegatheringstatechange'));
  }

  /** Audio can flow from now on. */
  connect(): void {
    this.connectionState = 'connected';
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  loseConnection(): void {
    this.connectionState = 'failed';
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  /** The same object in the eyes of the code under test. */
  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  #rollBack(): void {
    if (!/have-(?:local|remote)-offer/.test(this.signalingState))
      throw new DOMException(`rollback in ${this.signalingState}`, 'InvalidStateError');
    this.signalingState = 'stable';
  }
}

/** A page in which audio can be played and a microphone opened. `open` gives the microphone or fails. */
export function stubAudioPage(open: () => Promise<FakeTrack>): void {
  vi.stubGlobal(
    'Audio',
    class {
      srcObject: unknown = null;
      async play(): Promise<void> {}
      remove(): void {}
    },
  );
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal('document', { body: { append: () => {} } });
  const getUserMedia = async () => {
    const track = await open();
    return { getAudioTracks: () => [track] };
  };
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
}
