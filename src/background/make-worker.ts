import { vi } from 'vitest';
import { type Bus, connectBus } from '../bus/bus';
import type { ProfileDocument, SignIn } from '../bus/protocol';
import { type FakeBrowser, startBrowser } from './fake-browser';
import { type FakePhone, putPhoneInto } from './fake-phone';
import { makeProfileDocument } from './make-profile';

/** A browser of a test's own, the phone in it when there is one, and a page to speak to the worker from. */
export type WorkerAndWorld = {
  fake: FakeBrowser;
  offscreen: { readonly phone: FakePhone | undefined };
  page: Bus;
};

/** The person who signs in where `makeProfileDocument` leads. */
export const denverSignIn: SignIn = {
  server: { kind: 'named', name: 'Denver' },
  extension: '201',
  password: 'secret',
  remember: true,
};

/** A browser in which no worker has been started yet. */
export function makeWorld(): WorkerAndWorld {
  const fake = startBrowser();
  return {
    fake,
    offscreen: putPhoneInto(fake),
    page: connectBus(fake.messages.runtimeOf('src/popup/index.html')),
  };
}

/** A worker that has just started. */
export async function makeWorker(): Promise<WorkerAndWorld> {
  const world = makeWorld();
  await startWorker(world.fake);
  return world;
}

export async function startWorker(fake: FakeBrowser): Promise<void> {
  vi.resetModules();
  vi.doMock('webextension-polyfill', () => ({ default: fake }));
  await import('./main');
}

/** A worker with somebody signed in, and the phone that it started for that. */
export async function makeSignedInWorker(
  document: ProfileDocument = makeProfileDocument(),
  change: Partial<SignIn> = {},
): Promise<WorkerAndWorld & { phone: FakePhone }> {
  const world = await makeWorker();
  await world.page.send('profile.use', document);
  await world.page.send('account.signIn', { ...denverSignIn, ...change });
  const { phone } = world.offscreen;
  if (!phone) throw new Error('no phone was started');
  return { ...world, phone };
}
