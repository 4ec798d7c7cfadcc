const channelName = 'directory';

/** Tells every open page that the directory is another one now; they read it again themselves. */
export function tellDirectoryChanged(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls back after each change by any other page or worker, until the signal is aborted. */
export function watchDirectory(onChange: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', onChange, { signal });
  signal.addEventListener('abort', () => channel.close());
}
