import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { log } from '../platform/log';

/** A view that is loaded when it is drawn for the first time, for a page that opens in a moment and seldom needs it. */
export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let view: FunctionComponent<P> | undefined;
  return (props) => {
    const [, setLoaded] = useState(view !== undefined);
    useLayoutEffect(() => {
      if (view) return;
      load().then(
        (loaded) => {
          view = loaded;
          setLoaded(true);
        },
        (error: Error) => log.error('view not loaded', { why: error.message }),
      );
    }, []);
    const View = view;
    return View ? <View {...props} /> : null;
  };
}
