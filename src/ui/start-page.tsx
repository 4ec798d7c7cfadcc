import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
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
  // From its root it is rendered once: rendered again, Preact starts its ids anew, and two elements get the same.
  let show = (first: PageState) => {
    const Page = () => {
      const [state, setState] = useState(first);
      show = setState;
      return <>{view(state, intents)}</>;
    };
    render(<Page />, document.body);
  };
  void followPageState((state) => show(state));
}
