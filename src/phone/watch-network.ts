const atMostEveryMs = 30_000;

/** The part of the Network Information API that Chromium has and the DOM library does not tell. */
type Connection = Pick<EventTarget, 'addEventListener'>;

/**
 * Calls back when the network came back, at once, and when it may be another one, at most every half minute: Chromium tells of another
 * network, such as a VPN, by the same event as of one that has become a little slower.
 */
export function watchNetwork(
  onChange: () => void,
  { target = globalThis, connection = connectionOf(navigator) }: Partial<Network> = {},
): void {
  let toldAt = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(waiting);
    waiting = undefined;
    toldAt = Date.now();
    onChange();
  };
  target.addEventListener('online', tell);
  connection?.addEventListener('change', () => {
    waiting ??= setTimeout(tell, Math.max(0, toldAt + atMostEveryMs - Date.now()));
  });
}

type Network = {
  readonly target: Pick<EventTarget, 'addEventListener'>;
  readonly connection: Connection | undefined;
};

function connectionOf(navigator: Navigator & { connection?: Connection }): Connection | undefined {
  return navigator.connection;
}
