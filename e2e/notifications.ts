import type { Offhook } from './offhook';

type Dispatchable = { hasListeners(): boolean; dispatch?: (...values: unknown[]) => void };

/** Ids of the notifications that are up. */
export async function notificationsOf(offhook: Offhook): Promise<string[]> {
  const worker = await offhook.worker();
  return Object.keys(await worker.evaluate(() => chrome.notifications.getAll()));
}

/**
 * Presses a button, counted from 0, of the only notification that is up; null is a click beside the buttons. The desktop
 * would tell the worker just this. Throws when there is not exactly one.
 */
export async function pressNotification(offhook: Offhook, button: number | null): Promise<void> {
  const [id, ...others] = await notificationsOf(offhook);
  if (id === undefined || others.length > 0)
    throw new Error(`expected one notification, not ${others.length + (id ? 1 : 0)}`);
  const worker = await offhook.worker();
  await worker.evaluate(
    ([id, button]) => {
      // Chrome's events can be dispatched by hand, which their types do not tell.
      const { onClicked, onButtonClicked }: Record<'onClicked' | 'onButtonClicked', Dispatchable> =
        chrome.notifications;
      if (button === null) onClicked.dispatch?.(id);
      else onButtonClicked.dispatch?.(id, button);
    },
    [id, button] as const,
  );
}
