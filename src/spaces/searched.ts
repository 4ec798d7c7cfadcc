import { ask } from '../bus/ask';

let asked: Promise<boolean> | undefined;
let isKnown = false;

/** Whether numbers are to be found on this page. Asked once, and only when there is something to find or a person is there: most pages never do. */
export function isSearched(): Promise<boolean> {
  asked ??= ask('page.isSearched').then((answer) => {
    isKnown = answer === true;
    return isKnown;
  });
  return asked;
}

/** The same at once; false until it has been answered. */
export const isKnownAsSearched = (): boolean => isKnown;
