import { ask } from '../bus/ask';

/**
 * The page API for sites that the policy lists: Chrome gives them no way to speak to an extension, so they post to their own window (see
 * core/page-api/README.md). Only put into the pages that the policy says; elsewhere nothing listens and nothing answers.
 */
function start(): void {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!event.isTrusted || event.source !== window || event.origin !== location.origin) return;
    const { data } = event;
    if (typeof data !== 'object' || data === null || !('offhook' in data) || !('method' in data)) return;
    const id: unknown = Reflect.get(data, 'id');
    if (typeof id === 'string' && id.length <= 64) void answer(data, id);
  });
}

async function answer(message: object, id: string): Promise<void> {
  const reply = await ask('page.request', message);
  if (reply) postMessage({ ...reply, replyTo: id }, location.origin);
}

start();
