import { Changes, whatChanges } from './changes';
import { Marks } from './marks';
import { isEmpty, listenOnDocument } from './own-dom';
import { Pointing } from './pointing';
import { Scanner } from './scanner';

/** Once in each document, though the script may be put into it twice: by its registration, and when a site has just been granted. */
const started = Symbol.for('numbers are being found');

/** Frames with nothing in them are many; in those we only wait until there is something. */
function start(): void {
  const observer = new MutationObserver(begin);
  function begin(): void {
    if (isEmpty()) return;
    observer.disconnect();
    find();
  }
  observer.observe(document, whatChanges);
  begin();
}

/** Background hears of the page only when there is something on it that may be a number, or a person comes to it. */
function find(): void {
  const marks = new Marks();
  const read = (root: Node) => {
    if (changes.watch(root)) scanner.read(root);
  };
  const scanner = new Scanner(marks, read, () => changes.stop());
  const changes = new Changes(
    (root) => scanner.read(root),
    () => scanner.sweep(),
  );
  new Pointing(marks, read).start();
  // The script of an element draws it when it comes; nothing of the document itself changes by that.
  listenOnDocument('load', () => scanner.sweep());
  read(document);
}

if (!Reflect.has(globalThis, started)) {
  Reflect.set(globalThis, started, true);
  start();
}
