import { connectBus } from '../bus/bus';
import type { AccessToken } from '../core/auth/access-token';
import type { CallId } from '../core/call';
import { emptySnapshot } from '../core/snapshot';
import { browser } from '../platform/browser';
import { watchLifeline } from '../platform/lifeline';
import { keepLog, log } from '../platform/log';
import { holdLocalItems, lockStorage, writeItems } from '../platform/storage';
import { appendLogLine } from '../store/log-book';
import { attendTo, chooseBetweenCalls } from './after-call';
import { lookAfterPhone, renewalAlarm } from './alarms';
import { watchNotifications } from './announce';
import { clickToCallHandlers, installClickToCall, watchClickToCall } from './click-to-call';
import { dial } from './dial';
import { migrateKept } from './migrate';
import { mirror, mirrorAgain } from './mirror';
import { configurePhone, ensurePhone, tellRules, tellToken } from './phone-link';
import { pruneCallsDaily } from './prune-calls';
import { followSettings, prepareSignIn, refreshProfile, settingsHandlers } from './serve-settings';
import { forgetSignIn, keepSignIn } from './sign-in';
import { watchForUpdate } from './update';

// Content scripts could read local storage otherwise.
void lockStorage();
keepLog('worker', (line) => void appendLogLine(line));
holdLocalItems(
  migrateKept().catch((error: Error) => {
    log.error('settings not migrated', { why: error.message });
    return true;
  }),
);

const bus = connectBus(browser.runtime);
const complain = (error: Error) => log.error('phone does not answer', { why: error.message });
const tellPhone = (token: AccessToken) => tellToken(bus, token);
// Imported only by who comes to need it: the worker starts often, and mostly for less.
const signOn = () => import('./single-sign-on');
const renewToken = async () => (await import('./renew-token')).renewToken(tellPhone);
const pruneCalls = () =>
  void pruneCallsDaily(Date.now()).catch((error: Error) =>
    log.error('old calls not forgotten', { why: error.name }),
  );
const lookAfter = () => void ensurePhone(bus).catch(complain);

bus.serve('background', {
  ...clickToCallHandlers(bus),
  ...settingsHandlers(bus, complain),
  'rules.use': async (rules) => {
    await writeItems('local', { ownRules: rules });
    log.info('own dial rules in force');
    void tellRules(bus).catch(complain);
  },
  'account.signIn': async (signIn) => {
    const kept = await keepSignIn(await prepareSignIn(bus, signIn, complain));
    if (!kept.ok) return kept;
    const tellService = await (await signOn()).leaveSignOn();
    await configurePhone(bus);
    await tellService();
    return kept;
  },
  'account.signInWithToken': async (signIn) => {
    const { keepSignOn } = await signOn();
    const kept = await keepSignOn(await prepareSignIn(bus, signIn, complain));
    if (kept.ok) await configurePhone(bus);
    return kept;
  },
  'account.signOut': async () => {
    await forgetSignIn();
    const tellService = await (await signOn()).leaveSignOn();
    // It takes its binding away with the token that it still has.
    await configurePhone(bus);
    await tellService();
  },
  'person.forget': async () => (await import('./forget-person')).forgetPerson(bus),
  'colleagues.search': async ({ search }) => (await import('./search-colleagues')).searchColleagues(search),
  'call.dial': (number) => dial(bus, number),
  'missed.seen': async () => {
    await writeItems('local', { missedSeenAt: Date.now(), missedCount: 0 });
    await mirrorAgain();
  },
  'phone.changed': async (snapshot) => {
    await mirror(snapshot);
    void attendTo(bus, snapshot).catch(complain);
  },
  'network.changed': () => void chooseBetweenCalls(bus).catch(complain),
  'transport.diagnose': async ({ url }) => (await import('./diagnose')).diagnoseTransport(url),
  'token.renew': () => renewToken(),
});

watchLifeline(() => void afterPhone().catch(complain));
watchNotifications({
  answer: (id: CallId) => void answer(id).catch(complain),
  decline: (id: CallId) => void bus.send('call.decline', { id }).catch(complain),
});
watchClickToCall(bus);
watchForUpdate();

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  void installClickToCall();
  if (reason === 'install') await openPage('src/permission/index.html');
  await mirrorAgain();
});
browser.runtime.onStartup.addListener(() => {
  void mirrorAgain();
  void refreshProfile(bus).catch(complain);
});
// Whatever ended the phone and the worker at once, within a minute there is a phone again.
void browser.alarms.create(lookAfterPhone, { periodInMinutes: 1 });
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === renewalAlarm) void renewToken().catch(complain);
  else {
    lookAfter();
    pruneCalls();
  }
});
followSettings(bus, complain);
lookAfter();
pruneCalls();

/** The phone's calls are gone with it; the call log mends their records when the new phone starts. */
async function afterPhone(): Promise<void> {
  await mirror(emptySnapshot);
  // With nobody signed in we have closed it ourselves, after a document was read in it or the person has signed out.
  if (await ensurePhone(bus)) log.warn('phone document gone, started again');
  else log.info('phone document closed');
}

async function answer(id: CallId): Promise<void> {
  const answered = await bus.send('call.answer', { id });
  if (!answered.ok && answered.why === 'no-microphone') await openPage('src/permission/index.html');
}

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
