import type { Runtime } from '../bus/bus';
import { makeEvent } from './fake-event';

export const home = 'chrome-extension://offhook/';

type Listener = Parameters<Runtime['onMessage']['addListener']>[0];

/** The messages between the places of one extension; each has a `runtime` of its own, and hears all but itself. */
export type FakeMessages = {
  runtimeOf(path: string): Runtime;
  /** The place is gone, and with it whatever it listened to. */
  forget(path: string): void;
};

export function makeMessages(): FakeMessages {
  const listeners = new Map<string, Listener[]>();
  return {
    runtimeOf: (path) => ({
      getURL: (asked) => home + asked,
      onMessage: {
        addListener: (listener) => void listeners.set(path, [...(listeners.get(path) ?? []), listener]),
      },
      async sendMessage(message) {
        const others = [...listeners].filter(([place]) => place !== path).flatMap(([, heard]) => heard);
        const sender = { url: home + path };
        const answers = others.map((listener) => listener(structuredClone(message), sender));
        const answer = answers.find((promise) => promise !== undefined);
        if (!answer) throw new Error('Could not establish connection. Receiving end does not exist.');
        return structuredClone(await answer);
      },
    }),
    forget: (path) => void listeners.delete(path),
  };
}

/** One end of a port, as `runtime.onConnect` gives it. */
export function makePort(name: string, path: string) {
  return { name, sender: { url: home + path }, onDisconnect: makeEvent<[]>() };
}
