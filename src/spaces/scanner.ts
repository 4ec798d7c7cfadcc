import { MOST_CANDIDATES } from '../bus/page-payloads';
import type { Hit } from '../core/page-numbers/decide';
import type { Candidate } from '../core/page-numbers/find-candidates';
import { ask } from './ask';
import { placeInPassage } from './found-number';
import type { Marks } from './marks';
import { isReadable, nodeAt, type Passage, TextWalk } from './text-walk';

/** A frame of the screen has 16 ms; most of it is the page's. */
const SLICE_MS = 3;
/** When the page is never idle, a little is done nevertheless. */
const PATIENCE_MS = 2_000;
/** Candidates in one message; to send more of them would be a task of its own. */
const BATCH = MOST_CANDIDATES / 2;
/** What a page can make background decide in one minute. */
const MOST_ASKED = 10_000;
const MINUTE_MS = 60_000;
const MOST_REMEMBERED = 5_000;

type Question = { passage: Passage; candidate: Candidate; key: string };

/** Reads what is new on the page when the page is idle, asks background what of it are numbers, and marks them. */
export class Scanner {
  readonly #marks: Marks;
  readonly #onShadow: (root: ShadowRoot) => void;
  readonly #roots = new Set<Node>();
  readonly #decided = new Map<string, readonly Hit[]>();
  #questions: Question[] = [];
  #walk: TextWalk | null = null;
  #isWaiting = false;
  #asked = 0;
  #askedSince = 0;

  constructor(marks: Marks, onShadow: (root: ShadowRoot) => void) {
    this.#marks = marks;
    this.#onShadow = onShadow;
  }

  /** Has everything below the node read, soon. */
  read(root: Node): void {
    this.#roots.add(root);
    this.#wait();
  }

  /** Has the marks looked through for what the page has taken away, soon. */
  sweep(): void {
    this.#wait();
  }

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestIdleCallback((deadline) => this.#work(deadline), { timeout: PATIENCE_MS });
  }

  #work(deadline: IdleDeadline): void {
    this.#isWaiting = false;
    const until =
      performance.now() + Math.min(SLICE_MS, deadline.didTimeout ? SLICE_MS / 2 : deadline.timeRemaining());
    const isTimeUp = () => performance.now() >= until;
    do {
      this.#walk ??= this.#nextWalk();
      if (!this.#walk) break;
      if (!this.#walk.isOnPage) {
        this.#roots.add(this.#walk.root);
        this.#walk = null;
        continue;
      }
      if (this.#walk.go(isTimeUp)) this.#walk = null;
    } while (!isTimeUp());
    if (this.#questions.length >= BATCH) {
      void this.#decide(this.#questions.splice(0, BATCH));
      this.#wait();
      return;
    }
    if (this.#walk || this.#roots.size > 0) {
      this.#wait();
      return;
    }
    if (this.#questions.length > 0) void this.#decide(this.#questions.splice(0));
    if (!this.#marks.sweep(isTimeUp)) this.#wait();
  }

  #nextWalk(): TextWalk | null {
    const [root] = this.#roots;
    if (!root) return null;
    this.#roots.delete(root);
    if (!root.isConnected) return this.#nextWalk();
    return new TextWalk(root, { onPassage: (passage) => this.#take(passage), onShadow: this.#onShadow });
  }

  #take(passage: Passage): void {
    const readable = passage.candidates.filter(({ start }) => isReadable(passage, start));
    for (const node of new Set(readable.map(({ start }) => nodeAt(passage, start)?.node)))
      if (node) this.#marks.forget(node);
    for (const candidate of readable) {
      const key = `${candidate.before}\0${candidate.text}\0${candidate.after}`;
      const decided = this.#decided.get(key);
      if (decided) this.#mark(passage, candidate, decided);
      else if (this.#mayAsk()) this.#questions.push({ passage, candidate, key });
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

  async #decide(questions: readonly Question[]): Promise<void> {
    const answers = await ask(
      'page.decide',
      questions.map(({ candidate }) => candidate),
    );
    if (!answers) return;
    if (this.#decided.size > MOST_REMEMBERED) this.#decided.clear();
    for (const [at, { passage, candidate, key }] of questions.entries()) {
      const hits = answers[at] ?? [];
      this.#decided.set(key, hits);
      this.#mark(passage, candidate, hits);
    }
  }

  #mark(passage: Passage, candidate: Candidate, hits: readonly Hit[]): void {
    for (const { start, end, number } of hits) {
      const found = placeInPassage(passage, {
        start: candidate.start + start,
        end: candidate.start + end,
        number,
      });
      // The page may have changed while background was thinking.
      if (found?.written === candidate.text.slice(start, end)) this.#marks.add(found);
    }
  }
}
