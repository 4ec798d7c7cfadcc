import { ask } from './ask';
import { Changes } from './changes';
import { Marks } from './marks';
import { listenOnDocument } from './own-dom';
import { startPageBridge } from './page-bridge';
import { Pointing } from './pointing';
import { Scanner } from './scanner';

/** Once in each document, though the script may be put into it twice: by its registration, and when a site has just been granted. */
const started = Symbol.for('numbers are being found');

async function start(): Promise<void> {
  const known = await ask('page.start');
  if (known?.hasApi) startPageBridge();
  if (!known?.isSearched) return;
  const marks = new Marks();
  const read = (root: Node) => {
    if (changes.watch(root)) scanner.read(root);
  };
  const scanner = new Scanner(marks, read);
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
  void start();
}
