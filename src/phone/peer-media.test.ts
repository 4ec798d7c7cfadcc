import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLog } from '../platform/log';
import { makeDescription } from './fake-description';
import { FakePeer, FakeTrack, stubAudioPage } from './fake-peer';
import { describe as describePeer, PeerMedia } from './peer-media';

let microphone = new FakeTrack();
let peer = new FakePeer();

beforeEach(() => {
  microphone = new FakeTrack();
  peer = new FakePeer();
  stubAudioPage(async () => microphone);
});

/** The audio of an outbound call, whose offer is made. */
async function makeOutbound(): Promise<PeerMedia> {
  peer.addTransceiver('audio', { direction: 'sendrecv' });
  const media = new PeerMedia(peer.real, describePeer(peer.real));
  await media.getDescription();
  return media;
}

const sent = (): unknown => peer.transceivers[0]?.sender.track;

describe('the audio of a call that goes out', () => {
  it('offers a stream from the start, and sends the microphone on it without another offer', async () => {
    const media = await makeOutbound();
    expect(peer.localDescription?.sdp).toContain('m=audio');
    expect(await media.sendMicrophone()).toBe('granted');
    expect(sent()).toBe(microphone);
    await media.setDescription(makeDescription('far'));
    expect(peer.signalingState).toBe('stable');
  });

  it('takes another answer than the one that was heard early', async () => {
    const media = await makeOutbound();
    await media.playEarly(makeDescription('desk'));
    expect(peer.remoteSdp).toContain('o=desk');
    await media.setDescription(makeDescription('mobile'));
    expect(peer.remoteSdp).toContain('o=mobile');
    expect(peer.signalingState).toBe('stable');
  });
});

it('says in the log why a description was not applied, which sip.js keeps to itself', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const lines: string[] = [];
  keepLog('phone', (line) => lines.push(line));
  const media = await makeOutbound();
  await expect(media.setDescription('v=0\r\n')).rejects.toThrow('no audio');
  expect(lines.join()).toMatch(/error phone description not applied why=.*no audio/);
});

describe('the audio of a call that comes in', () => {
  it('has its answer ready before it is answered, and does not take the same offer twice', async () => {
    const media = new PeerMedia(peer.real, null);
    await media.prepareAnswer(makeDescription('far'));
    await media.setDescription(makeDescription('far'));
    await media.getDescription();
    expect(peer.signalingState).toBe('stable');
    expect(peer.transceivers).toMatchObject([{ direction: 'sendrecv' }]);
  });

  it('has its candidates gathered while it rings, and sends nothing to those of the caller before it is answered', async () => {
    peer.iceGatheringState = 'gathering';
    const media = new PeerMedia(peer.real, null);
    const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host';
    const offer = `${makeDescription('far')}a=${candidate}\r\n`;
    const prepared = media.prepareAnswer(offer);
    await vi.waitFor(() => expect(peer.signalingState).toBe('stable'));
    peer.completeGathering();
    await prepared;
    expect(peer.remoteSdp).not.toContain('candidate');
    expect(peer.remoteCandidates).toEqual([]);
    await media.setDescription(offer);
    expect(peer.remoteCandidates).toEqual([{ candidate, sdpMLineIndex: 0 }]);
    expect((await media.getDescription()).body).toContain('m=audio');
  });

  it('takes a new offer of the caller after that, whole and at once', async () => {
    const media = new PeerMedia(peer.real, null);
    await media.prepareAnswer(makeDescription('far'));
    await media.setDescription(makeDescription('far'));
    await media.getDescription();
    await media.setDescription(makeDescription('far', 'sendonly'));
    expect(peer.remoteSdp).toBe(makeDescription('far', 'sendonly'));
    expect(peer.signalingState).toBe('have-remote-offer');
  });

  it('offers a stream when the caller left that to us, and sends the microphone on it', async () => {
    const media = new PeerMedia(peer.real, null);
    await media.sendMicrophone();
    const { body } = await media.getDescription();
    expect(body).toContain('m=audio');
    await media.setDescription(makeDescription('far'));
    expect(peer.signalingState).toBe('stable');
    expect(peer.transceivers).toHaveLength(1);
    expect(sent()).toBe(microphone);
  });
});

describe('a call that is up', () => {
  it.each(['sendonly', 'inactive', 'sendrecv'] as const)(
    'tells when the far end describes itself as %s',
    async (direction) => {
      const media = await makeOutbound();
      const told: string[] = [];
      media.listen({
        onRemoteDirection: (now) => told.push(now),
        onMicrophoneLost: () => {},
        onFailed: () => {},
      });
      await media.setDescription(makeDescription('far'));
      await media.setDescription(makeDescription('far', direction));
      await media.getDescription();
      expect(told).toEqual(['sendrecv', direction]);
      expect(peer.signalingState).toBe('stable');
    },
  );

  it('goes on after an offer that could not be taken, as nothing has changed yet', async () => {
    const media = await makeOutbound();
    await media.setDescription(makeDescription('far'));
    await expect(media.setDescription('nonsense')).rejects.toThrow();
    await media.rollbackDescription();
    await media.setDescription(makeDescription('far', 'sendonly'));
    expect(peer.signalingState).toBe('have-remote-offer');
    await media.rollbackDescription();
    expect(peer.signalingState).toBe('stable');
  });

  it('is muted by the microphone alone, also by one that opens later', async () => {
    const media = await makeOutbound();
    media.mute(true);
    await media.sendMicrophone();
    expect(microphone.enabled).toBe(false);
    media.mute(false);
    expect(microphone.enabled).toBe(true);
  });

  it('sends tones after those that are still to be sent', async () => {
    const media = await makeOutbound();
    peer.connect();
    media.sendDtmf('12');
    media.sendDtmf('3');
    expect(peer.transceivers[0]?.sender.dtmf.toneBuffer).toBe('123');
  });

  it('keeps tones back until the audio is connected', async () => {
    const media = await makeOutbound();
    expect(media.sendDtmf('12')).toBe(true);
    expect(peer.transceivers[0]?.sender.dtmf.toneBuffer).toBe('');
    peer.connect();
    expect(peer.transceivers[0]?.sender.dtmf.toneBuffer).toBe('12');
  });

  it('says that tones cannot be sent where nothing can send them', () => {
    peer.connect();
    expect(new PeerMedia(peer.real, null).sendDtmf('1')).toBe(false);
  });

  it('tells when the microphone goes away and when no audio can flow any more', async () => {
    const media = await makeOutbound();
    const told: string[] = [];
    media.listen({
      onRemoteDirection: () => {},
      onMicrophoneLost: () => told.push('microphone lost'),
      onFailed: () => told.push('failed'),
    });
    await media.sendMicrophone();
    microphone.dispatchEvent(new Event('ended'));
    peer.loseConnection();
    expect(told).toEqual(['microphone lost', 'failed']);
  });
});

it.each([
  ['NotAllowedError', 'Permission denied', 'denied'],
  ['NotFoundError', '', 'no-device'],
  ['NotReadableError', '', 'in-use'],
])('a microphone that fails by %s %s is %s', async (name, message, access) => {
  stubAudioPage(() => Promise.reject(new DOMException(message, name)));
  const media = await makeOutbound();
  expect(await media.sendMicrophone()).toBe(access);
});

it('closing lets go of the microphone, also of one that opens only then', async () => {
  const early = await makeOutbound();
  await early.sendMicrophone();
  early.close();
  early.close();
  expect(microphone.isStopped).toBe(true);
  expect(peer.signalingState).toBe('closed');
  microphone = new FakeTrack();
  const late = await makeOutbound();
  const opening = late.sendMicrophone();
  late.close();
  await opening;
  expect(microphone.isStopped).toBe(true);
});

describe('how a call has sounded', () => {
  const inbound = { type: 'inbound-rtp', kind: 'audio', packetsReceived: 99, packetsLost: 1, jitter: 0.002 };

  it('can be asked while it is on, and is still known after its end', async () => {
    const media = await makeOutbound();
    expect(await media.measure()).toBeNull();
    peer.stats = { inbound };
    expect(await media.measure()).toMatchObject({ packetsReceived: 99, jitterMs: 2 });
    media.close();
    expect(await media.measure()).toMatchObject({ packetsReceived: 99, packetsLost: 1 });
  });

  it('is not known where the browser cannot tell, and the call goes on', async () => {
    const media = await makeOutbound();
    peer.getStats = () => Promise.reject(new Error('no'));
    expect(await media.measure()).toBeNull();
  });
});
