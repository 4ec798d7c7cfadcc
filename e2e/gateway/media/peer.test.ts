import { describe, expect, it, type TestContext } from 'vitest';
import type { Heard } from './listener';
import { MediaPeer } from './peer';

/** A peer, open as long as the test, and a way to wait for the next thing that it hears. */
async function makePeer({ onTestFinished }: TestContext) {
  const ears = new Set<(heard: Heard) => void>();
  const peer = await MediaPeer.open({
    onHeard: (heard) => {
      for (const ear of [...ears]) ear(heard);
    },
    onDigit: () => undefined,
  });
  onTestFinished(() => peer.close());
  const hears = (hz: number | null) =>
    new Promise<Heard>((resolve) => {
      const ear = (heard: Heard) => {
        const isIt = hz === null ? heard.hz === null : heard.hz !== null && Math.abs(heard.hz - hz) < 10;
        if (!isIt) return;
        ears.delete(ear);
        resolve(heard);
      };
      ears.add(ear);
    });
  return { peer, hears };
}

async function connect(caller: MediaPeer, called: MediaPeer, codecs = ['PCMU', 'PCMA']): Promise<string> {
  const answer = await called.answer(await caller.offer(), codecs);
  if (answer === undefined) throw new Error('no codec in common');
  await caller.accept(answer);
  return answer;
}

describe.concurrent('two media peers', () => {
  it('hear each other, each its own tone, and silence while held', async (test) => {
    const [alice, bob] = [await makePeer(test), await makePeer(test)];
    alice.peer.play({ hz: 440 });
    bob.peer.play({ hz: 880 });
    await connect(alice.peer, bob.peer);
    await Promise.all([alice.hears(880), bob.hears(440)]);
    const hold = await bob.peer.answer(await alice.peer.offer('inactive'), ['PCMU']);
    expect(hold).toContain('a=inactive');
    await alice.peer.accept(hold ?? '');
    await Promise.all([alice.hears(null), bob.hears(null)]);
    await connect(alice.peer, bob.peer);
    await Promise.all([alice.hears(880), bob.hears(440)]);
  }, 15_000);

  it('hears itself when the other echoes, in A-law as well', async (test) => {
    const [alice, echo] = [await makePeer(test), await makePeer(test)];
    alice.peer.play({ hz: 660 });
    echo.peer.play('echo');
    await connect(alice.peer, echo.peer, ['PCMA']);
    expect(alice.peer.codec).toBe('PCMA');
    expect((await alice.hears(660)).levelDb).toBeCloseTo(-10, 0);
  }, 15_000);

  it.for([
    ['sendonly', 'recvonly'],
    ['recvonly', 'sendonly'],
    ['inactive', 'inactive'],
  ] as const)('answers %s with %s', async ([offered, answered], test) => {
    const [alice, bob] = [await makePeer(test), await makePeer(test)];
    const answer = await bob.peer.answer(await alice.peer.offer(offered), ['PCMU']);
    expect(answer).toContain(`a=${answered}`);
    expect(bob.peer.direction).toBe(answered);
  });

  it('have no answer for a codec that they do not know', async (test) => {
    const { peer } = await makePeer(test);
    const other = await makePeer(test);
    expect(await peer.answer(await other.peer.offer(), ['G729'])).toBeUndefined();
  });
});
