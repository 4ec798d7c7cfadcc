import { type ComponentChild, render } from 'preact';
import { connectBus } from '../bus/bus';
import { browser } from '../platform/browser';
import { keepLog } from '../platform/log';
import { holdLocalItems, localItemsMigrated } from '../platform/storage';
import { appendLogLine } from '../store/log-book';
import { type Intents, makeIntents } from './intents';
import { followPageState, type PageState } from './page-state';
import { type TextKey, text } from './text';

/** Starts a page: its title and language, its log, and its view drawn again whenever the state changes. */
export function startPage(
  name: string,
  title: TextKey,
  view: (state: PageState, intents: Intents) => ComponentChild,
): void {
  document.title = text(title);
  document.documentElement.lang = text('languageTag');
  keepLog(name, (line) => void appendLogLine(line).catch(() => undefined));
  holdLocalItems(localItemsMigrated());
  const intents = makeIntents(connectBus(browser.runtime));
  void followPageState((state) => render(view(state, intents), document.body));
}
