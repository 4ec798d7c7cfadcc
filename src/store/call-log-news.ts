const channelName = 'call-log';

/** Which records are other ones now, or are gone; null when it may be any of them. */
export type CallLogNews = readonly string[] | null;

/** Tells every open page that the call log has changed; they read it again themselves. */
export function tellCallLogChanged(news: CallLogNews): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(news);
  channel.close();
}

/** Calls back after each change by the phone or another page, until the signal is aborted. */
export function watchCallLog(onChange: (news: CallLogNews) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => onChange(data), { signal });
  signal.addEventListener('abort', () => channel.close());
}
