import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLog } from '../platform/log';
import { FakePeer } from './fake-peer';
import { gatherCandidates } from './gathering';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

let lines: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  lines = [];
  keepLog('phone', (line) => lines.push(line.replace(/^\S+ /, '')));
});

const stun = { urls: 'stun:stun.example.com' };
const turn = { urls: ['turn:turn.example.com', 'turns:turn.example.com'] };

/** A peer that gathers, and whether it is done as far as a call is concerned. */
function gathering(...iceServers: RTCIceServer[]) {
  const peer = new FakePeer(iceServers);
  peer.iceGatheringState = 'gathering';
  const state = { isDone: false };
  void gatherCandidates(peer.real).then(() => {
    state.isDone = true;
  });
  return { peer, state };
}

describe('a call waits for candidates', () => {
  it('not at all when they are there already', async () => {
    await gatherCandidates(new FakePeer().real);
  });

  it('until gathering is complete', async () => {
    const { peer, state } = gathering();
    peer.gather('host');
    await vi.advanceTimersByTimeAsync(0);
    expect(state.isDone).toBe(false);
    peer.completeGathering();
    await vi.advanceTimersByTimeAsync(0);
    expect(state.isDone).toBe(true);
  });

  it('until each kind of server that was named has given one', async () => {
    const { peer, state } = gathering(stun, turn);
    peer.gather('srflx');
    await vi.advanceTimersByTimeAsync(0);
    expect(state.isDone).toBe(false);
    peer.gather('relay');
    await vi.advanceTimersByTimeAsync(0);
    expect(state.isDone).toBe(true);
  });

  it('no longer than a second for a server that is dead', async () => {
    const { peer, state } = gathering(stun);
    peer.gather('host');
    await vi.advanceTimersByTimeAsync(999);
    expect(state.isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.isDone).toBe(true);
  });
});

describe('the log says of a server', () => {
  it('that it refused, once, and why', async () => {
    const { peer } = gathering(turn);
    peer.failToGather('turn:turn.example.com', 401, 'Unauthorized.');
    peer.failToGather('turn:turn.example.com', 401, 'Unauthorized.');
    peer.completeGathering();
    await vi.advanceTimersByTimeAsync(0);
    expect(lines).toEqual([
      'warn  phone STUN or TURN server failed server=turn:turn.example.com why=401 Unauthorized.',
    ]);
  });

  it('nothing when it can be reached by one network and not by another', async () => {
    const { peer } = gathering(turn);
    peer.failToGather('turn:turn.example.com', 701, 'Failed to establish connection');
    peer.gather('relay');
    await vi.advanceTimersByTimeAsync(0);
    expect(lines).toEqual([]);
  });

  it('that it was not waited for any longer', async () => {
    gathering(stun);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lines).toEqual(['warn  phone candidate not waited for kind=srflx waitedMs=1000']);
  });
});
