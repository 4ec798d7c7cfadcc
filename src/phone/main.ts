import { connectBus } from '../bus/bus';
import { isLive } from '../core/call';
import { usersToWatch } from '../core/presence/watched';
import type { CallLogFault, Snapshot } from '../core/snapshot';
import { toneOf } from '../core/tone';
import { browser } from '../platform/browser';
import { holdLifeline } from '../platform/lifeline';
import { keepLog, log } from '../platform/log';
import { mendCallLog } from '../store/call-log';
import { readFavourites } from '../store/directory';
import { watchDirectory } from '../store/directory-news';
import { appendLogLine } from '../store/log-book';
import { recordCalls, recordFacts, watchRecording } from './call-recorder';
import { MicrophoneWatch } from './microphone';
import { PeerStudio } from './peer-studio';
import { Phone } from './phone';
import { raceServers } from './race-servers';
import { Tones } from './tones';
import { watchNetwork } from './watch-network';

keepLog('phone', (line) => void appendLogLine(line));
log.info('phone started');

const bus = connectBus(browser.runtime);
const microphone = new MicrophoneWatch();
const studio = new PeerStudio(microphone);
const tones = new Tones();

let callLogFault: CallLogFault | null = null;
let untold: { snapshot: Snapshot; recorded: Promise<void> } | undefined;
let isTelling = false;

/** Tells background the newest state, one message at a time; whoever then looks at the call log finds an ended call in it. */
async function tell(): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  while (untold) {
    const { snapshot, recorded } = untold;
    untold = undefined;
    if (!snapshot.calls.every(isLive)) await recorded;
    await bus
      .send('phone.changed', snapshot)
      .catch((error: Error) => log.warn('state not told', { why: error.message }));
  }
  isTelling = false;
}

function publish(snapshot: Snapshot): void {
  tones.play(toneOf(snapshot.calls));
  const told = callLogFault ? { ...snapshot, callLogFault } : snapshot;
  untold = { snapshot: told, recorded: recordCalls(snapshot.calls) };
  void tell();
}

const phone = new Phone({
  openSocket: (url) => new WebSocket(url, 'sip'),
  diagnose: (url) => bus.send('transport.diagnose', { url }),
  renewToken: () => bus.send('token.renew'),
  studio,
  whomToWatch: async (setup) => usersToWatch(await readFavourites(), setup),
  onChange: publish,
  onFacts: (id, facts) => void recordFacts(id, facts),
});

bus.serve('phone', {
  'phone.configure': async (setup) => {
    await phone.configure(setup);
    // After a sign-out the document is closed, and the disk must have the calls by then.
    await recordCalls(phone.snapshot.calls);
  },
  'account.renew': (token) => phone.renew(token),
  'servers.race': ({ servers }) => raceServers(servers),
  // The parser is loaded when there is something to read.
  'document.read': async ({ text }) => {
    const { nowhere, readDocument } = await import('../core/settings/read-document');
    return readDocument(text, nowhere);
  },
  'document.fetch': async (asked) => (await import('../platform/fetch-document')).fetchDocument(asked),
  'phone.prepare': () => studio.prepare(),
  'call.place': (target) => phone.place(target),
  'call.answer': ({ id }) => phone.answer(id),
  'call.decline': ({ id }) => phone.hangUp(id),
  'call.hangUp': ({ id }) => phone.hangUp(id),
  'call.mute': ({ id, isMuted }) => phone.mute(id, isMuted),
  'call.sendDtmf': ({ id, tones: digits }) => phone.sendDtmf(id, digits),
  'call.dismiss': ({ id }) => phone.dismiss(id),
});

watchDirectory(() => phone.reviewWatched(), new AbortController().signal);
watchRecording((fault) => {
  callLogFault = fault;
  publish(phone.snapshot);
});
addEventListener('online', () => phone.retryNow());
watchNetwork(
  () =>
    void bus
      .send('network.changed')
      .catch((error: Error) => log.warn('network not told', { why: error.message })),
);
holdLifeline(() => publish(phone.snapshot));
await Promise.all([microphone.start(), mendCallLog()]);
// The first peer connection after the system has started can be without media; this one carries no call.
studio.prepare();
