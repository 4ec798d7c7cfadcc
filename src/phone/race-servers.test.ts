import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from './fake-socket';
import { pass } from './pass';
import { answerWithinMs, raceServers } from './race-servers';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Behaviour = { opensAfterMs: number } | { failsAfterMs: number } | 'silent' | 'barred';

/** A network in which each address behaves as said; `open` counts the sockets that nobody has closed. */
function makeNetwork(addresses: Record<string, Behaviour>) {
  const sockets = new Set<FakeSocket>();
  const openSocket = (url: string) => {
    const behaviour = addresses[url];
    if (behaviour === 'barred') throw new DOMException('The port is not allowed.', 'SecurityError');
    const socket: FakeSocket = new FakeSocket(url, {
      receive: () => {
        throw new Error('a probe says nothing');
      },
      closed: () => sockets.delete(socket),
    });
    sockets.add(socket);
    if (typeof behaviour === 'object' && 'opensAfterMs' in behaviour)
      setTimeout(() => socket.open(), behaviour.opensAfterMs);
    else if (typeof behaviour === 'object') setTimeout(() => socket.drop(), behaviour.failsAfterMs);
    return socket;
  };
  return { openSocket, sockets };
}

/** The server that is taken, and after how long, in steps of 10 ms. */
async function race(servers: string[][], addresses: Record<string, Behaviour>) {
  const { openSocket, sockets } = makeNetwork(addresses);
  let taken: { index: number | null } | undefined;
  void raceServers(servers, openSocket).then((index) => {
    taken = { index };
  });
  let tookMs = 0;
  for (; !taken && tookMs < 20_000; tookMs += 10) await pass(10);
  await pass(10);
  return {
    index: taken?.index,
    tookMs,
    leftOpen: [...sockets].filter(({ readyState }) => readyState < 2).length,
  };
}

describe('Automatic', () => {
  it('takes the first server at once when it answers first', async () => {
    const { index, tookMs } = await race([['a'], ['b']], {
      a: { opensAfterMs: 20 },
      b: { opensAfterMs: 500 },
    });
    expect(index).toBe(0);
    expect(tookMs).toBeLessThan(100);
  });

  it('takes the first server even when another one is a little faster', async () => {
    expect(await race([['a'], ['b']], { a: { opensAfterMs: 250 }, b: { opensAfterMs: 20 } })).toMatchObject({
      index: 0,
    });
  });

  it('waits 300 ms for a first server that does not answer, and no longer', async () => {
    const { index, tookMs } = await race([['a'], ['b']], { a: 'silent', b: { opensAfterMs: 50 } });
    expect(index).toBe(1);
    expect(tookMs).toBeGreaterThanOrEqual(340);
    expect(tookMs).toBeLessThan(450);
  });

  it('does not wait for a first server that refuses', async () => {
    const { index, tookMs } = await race([['a'], ['b']], {
      a: { failsAfterMs: 10 },
      b: { opensAfterMs: 50 },
    });
    expect(index).toBe(1);
    expect(tookMs).toBeLessThan(150);
  });

  it('takes a server by any of its gateways', async () => {
    const addresses: Record<string, Behaviour> = {
      a: 'barred',
      a2: { opensAfterMs: 80 },
      b: { opensAfterMs: 20 },
    };
    expect((await race([['a', 'a2'], ['b']], addresses)).index).toBe(0);
  });

  it('takes none when none answers, within five seconds', async () => {
    const { index, tookMs } = await race([['a'], ['b']], { a: 'silent', b: 'barred' });
    expect(index).toBeNull();
    expect(tookMs).toBeLessThanOrEqual(answerWithinMs + 50);
    expect((await race([['a'], ['b']], { a: { failsAfterMs: 30 }, b: 'barred' })).tookMs).toBeLessThan(200);
  });

  it('leaves no connection behind', async () => {
    const addresses: Record<string, Behaviour> = {
      a: { opensAfterMs: 5 },
      b: { opensAfterMs: 900 },
      c: 'silent',
    };
    expect((await race([['c'], ['a'], ['b']], addresses)).leftOpen).toBe(0);
  });
});
