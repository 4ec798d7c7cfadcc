import type { Runtime } from './bus';

/** For tests: `browser.runtime` of one extension, where every message reaches every listener as it came from `url`. */
export function makeRuntime(url = 'chrome-extension://offhook/src/popup/index.html'): Runtime {
  const listeners = new Set<Parameters<Runtime['onMessage']['addListener']>[0]>();
  return {
    getURL: (path) => `chrome-extension://offhook/${path}`,
    onMessage: { addListener: (listener) => listeners.add(listener) },
    async sendMessage(message) {
      const answers = [...listeners].map((listener) => listener(structuredClone(message), { url }));
      return answers.find((answer) => answer !== undefined);
    },
  };
}
