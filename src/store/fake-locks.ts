/** What a test stands on instead of the browser's Web Locks, which Node has not: one after another, in the order of their asking. */
const last = new Map<string, Promise<unknown>>();

function request<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  const own = before.then(work, work);
  last.set(name, own);
  return own;
}

Object.defineProperty(globalThis, 'navigator', {
  value: { ...globalThis.navigator, locks: { request } },
  configurable: true,
});
