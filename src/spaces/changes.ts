import { blockOf } from './lines';
import { isText } from './own-dom';

const SETTLE_MS = 100;
const STORM_PAUSE_MS = 1_000;
/** So many changes at once, or so many separate places, and it is cheaper to look away for a while and then read everything. */
const STORM_RECORDS = 400;
const MOST_ROOTS = 64;

export const whatChanges: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Tells what has been added or changed on a page, some time after it has, and never more often than the page can bear. */
export class Changes {
  readonly #read: (root: Node) => void;
  readonly #onGone: () => void;
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #watched = new Set<Node>();
  readonly #changed = new Set<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `read` is called with what is new, `onGone` when something has been taken away. */
  constructor(read: (root: Node) => void, onGone: () => void) {
    this.#read = read;
    this.#onGone = onGone;
  }

  /** False when it is watched already. */
  watch(root: Node): boolean {
    if (this.#watched.has(root)) return false;
    this.#watched.add(root);
    this.#observer.observe(root, whatChanges);
    return true;
  }

  /** Looks away for good. */
  stop(): void {
    this.#lookAway();
    this.#watched.clear();
  }

  #note(records: readonly MutationRecord[]): void {
    if (records.length <= STORM_RECORDS) this.#collect(records);
    if (records.length > STORM_RECORDS || this.#changed.size > MOST_ROOTS) this.#lookAway();
    else this.#timer ??= setTimeout(() => this.#tell(), SETTLE_MS);
  }

  #collect(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      // A changed text is read with the line around it.
      if (type === 'characterData') this.#changed.add(blockOf(target.parentNode) ?? target);
      else for (const node of addedNodes) this.#changed.add(isText(node) ? target : node);
    }
  }

  #tell(): void {
    this.#timer = undefined;
    const changed = [...this.#changed].filter((node) => node.isConnected);
    this.#changed.clear();
    for (const node of changed) this.#read(node);
    this.#onGone();
  }

  #lookAway(): void {
    this.#observer.disconnect();
    this.#changed.clear();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), STORM_PAUSE_MS);
  }

  #lookAgain(): void {
    this.#timer = undefined;
    for (const root of this.#watched) {
      if (root.isConnected) {
        this.#observer.observe(root, whatChanges);
        this.#read(root);
      } else this.#watched.delete(root);
    }
  }
}
