import { closestOf, rootOf } from './own-dom';

/** Elements whose text nobody reads, or that is code. */
export const unread: ReadonlySet<string> = new Set(
  'script style noscript template textarea input select option datalist code pre kbd samp var tt svg math canvas audio video object iframe head title'.split(
    ' ',
  ),
);

/** Where somebody is writing, what is no text to readers of the screen, and editors that draw their own. */
const leftAlone = [
  '[contenteditable]:not([contenteditable=false i])',
  '[aria-hidden=true i]',
  '[role=textbox i]',
  '[role=searchbox i]',
  '[role=combobox i]',
  '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor,.ProseMirror,.ql-editor,.public-DraftEditor-content',
  [...unread].join(),
].join();

export function isLeftAlone(element: Element): boolean {
  for (let at: Element | null = element; at; at = hostOf(at)) if (closestOf(at, leftAlone)) return true;
  return document.designMode === 'on';
}

/** The element that an element's shadow tree belongs to; null outside of shadow trees. */
function hostOf(element: Element): Element | null {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}
