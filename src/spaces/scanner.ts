import { ask } from '../bus/ask';
import { MOST_CANDIDATES } from '../bus/page-payloads';
import type { Hit } from '../core/page-numbers/decide';
import type { Candidate } from '../core/page-numbers/find-candidates';
import { placeInPassage } from './found-number';
import { isLeftAlone } from './left-alone';
import { nodeAt, type Passage } from './lines';
import type { Marks } from './marks';
import { isSearched } from './searched';
import { ShadowRoots } from './shadow-roots';
import { TextWalk } from './text-walk';

/** A frame of the screen has 16 ms; most of it is the page's. */
const SLICE_MS = 2.5;
/** When the page is never idle, a little is done nevertheless. */
const PATIENCE_MS = 2_000;
/** Candidates in one message; to send more of them would be a task of its own. */
const BATCH = MOST_CANDIDATES / 2;
/** What a page can make background decide in one minute. */
const MOST_ASKED = 10_000;
const MINUTE_MS = 60_000;
const MOST_REMEMBERED = 5_000;

type Place = { passage: Passage; candidate: Candidate };

/** Reads what is new on the page when the page is idle, asks background what of it are numbers, and marks them. */
export class Scanner {
  readonly #marks: Marks;
  readonly #shadows: ShadowRoots;
  readonly #onRefused: () => void;
  readonly #roots = new Set<Node>();
  readonly #decided = new Map<string, readonly Hit[]>();
  /** Where each stands that is asked about or is going to be; the same is mostly written more than once. */
  readonly #places = new Map<string, Place[]>();
  readonly #questions: string[] = [];
  #walk: TextWalk | null = null;
  #isWaiting = false;
  #isToAsk = false;
  #asked = 0;
  #askedSince = 0;

  /** `onRefused` is called when the page turns out to be one that is not to be searched. */
  constructor(marks: Marks, onShadow: (root: ShadowRoot) => void, onRefused: () => void) {
    this.#marks = marks;
    this.#onRefused = onRefused;
    this.#shadows = new ShadowRoots(onShadow);
  }

  /** Has everything below the node read, soon. */
  read(root: Node): void {
    this.#roots.add(root);
    this.#wait();
  }

  /** Has the marks looked through for what the page has taken away, and elements for the roots that they had not, soon. */
  sweep(): void {
    this.#shadows.lookAgain();
    this.#wait();
  }

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestIdleCallback((deadline) => this.#work(deadline), { timeout: PATIENCE_MS });
  }

  #work(deadline: IdleDeadline): void {
    this.#isWaiting = false;
    // To send a message takes as long as to read for a while: each has a task of its own.
    if (this.#isToAsk) {
      void this.#decideNext();
      this.#wait();
      return;
    }
    const sliceMs = deadline.didTimeout ? SLICE_MS / 2 : Math.min(SLICE_MS, deadline.timeRemaining());
    const until = performance.now() + sliceMs;
    const isTimeUp = () => performance.now() >= until;
    const isRead = this.#readOn(isTimeUp);
    this.#isToAsk = this.#questions.length >= (isRead ? 1 : BATCH);
    const isOver = isRead && !isTimeUp() && this.#shadows.go(isTimeUp) && this.#marks.sweep(isTimeUp);
    if (!isOver || this.#isToAsk || this.#roots.size > 0) this.#wait();
  }

  /** True when all there was to read has been. */
  #readOn(isTimeUp: () => boolean): boolean {
    do {
      this.#walk ??= this.#nextWalk();
      if (!this.#walk) return true;
      if (!this.#walk.isOnPage) {
        this.#roots.add(this.#walk.root);
        this.#walk = null;
      } else if (this.#walk.go(isTimeUp)) {
        this.#shadows.seek(this.#walk.root, this.#walk.isLong);
        this.#walk = null;
      }
    } while (!isTimeUp() && this.#questions.length < BATCH);
    return false;
  }

  #nextWalk(): TextWalk | null {
    for (const root of this.#roots) {
      this.#roots.delete(root);
      if (root.isConnected) return new TextWalk(root, (passage) => this.#take(passage));
    }
    return null;
  }

  #take(passage: Passage): void {
    for (const candidate of passage.candidates) {
      const node = nodeAt(passage, candidate.start)?.node;
      if (node) this.#marks.forget(node);
    }
    for (const candidate of passage.candidates) {
      const key = `${candidate.before}\0${candidate.text}\0${candidate.after}`;
      const decided = this.#decided.get(key);
      if (decided) this.#mark({ passage, candidate }, decided);
      else this.#ask(key, { passage, candidate });
    }
  }

  #ask(key: string, place: Place): void {
    const places = this.#places.get(key);
    if (places) places.push(place);
    else if (this.#mayAsk()) {
      this.#places.set(key, [place]);
      this.#questions.push(key);
    }
  }

  #mayAsk(): boolean {
    const now = performance.now();
    if (now - this.#askedSince > MINUTE_MS) {
      this.#askedSince = now;
      this.#asked = 0;
    }
    this.#asked++;
    return this.#asked <= MOST_ASKED;
  }

  async #decideNext(): Promise<void> {
    this.#isToAsk = false;
    const keys = this.#questions.splice(0, BATCH);
    if (!(await isSearched())) return this.#stop();
    const candidates = keys.flatMap((key) => this.#places.get(key)?.[0]?.candidate ?? []);
    const answers = await ask('page.decide', candidates);
    if (this.#decided.size > MOST_REMEMBERED) this.#decided.clear();
    for (const [at, key] of keys.entries()) {
      const places = this.#places.get(key) ?? [];
      this.#places.delete(key);
      const hits = answers?.[at];
      if (!hits) continue;
      this.#decided.set(key, hits);
      for (const place of places) this.#mark(place, hits);
    }
  }

  #stop(): void {
    this.#roots.clear();
    this.#questions.length = 0;
    this.#walk = null;
    this.#onRefused();
  }

  #mark({ passage, candidate }: Place, hits: readonly Hit[]): void {
    for (const { start, end, number } of hits) {
      const found = placeInPassage(passage, {
        start: candidate.start + start,
        end: candidate.start + end,
        number,
      });
      // The page may have changed while background was thinking.
      if (found?.written !== candidate.text.slice(start, end)) continue;
      const { parentElement } = found.range.startContainer;
      if (parentElement && !isLeftAlone(parentElement)) this.#marks.add(found);
    }
  }
}
