import { MOST_CANDIDATES } from '../bus/page-payloads';
import type { Hit } from '../core/page-numbers/decide';
import type { Candidate } from '../core/page-numbers/find-candidates';
import { ask } from './ask';
import { placeInLine } from './found-number';
import type { Marks } from './marks';
import { type Line, TextWalk } from './text-walk';

/** A frame of the screen has 16 ms; most of it is the page's. */
const SLICE_MS = 4;
/** When the page is never idle, a little is done nevertheless. */
const PATIENCE_MS = 2_000;
/** What a page can make background decide in one minute. */
const MOST_ASKED = 10_000;
const MINUTE_MS = 60_000;
const MOST_REMEMBERED = 5_000;

type Question = { line: Line; candidate: Candidate; key: string };

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
    while (this.#questions.length >= MOST_CANDIDATES)
      void this.#decide(this.#questions.splice(0, MOST_CANDIDATES));
    if (this.#walk || this.#roots.size > 0) this.#wait();
    else this.#finish();
  }

  #finish(): void {
    if (this.#questions.length > 0) void this.#decide(this.#questions.splice(0));
    this.#marks.sweep();
  }

  #nextWalk(): TextWalk | null {
    const [root] = this.#roots;
    if (!root) return null;
    this.#roots.delete(root);
    if (!root.isConnected) return this.#nextWalk();
    return new TextWalk(root, { onLine: (line) => this.#take(line), onShadow: this.#onShadow });
  }

  #take(line: Line): void {
    for (const node of line.nodes) this.#marks.forget(node);
    for (const candidate of line.candidates) {
      const key = `${candidate.before}\0${candidate.text}\0${candidate.after}`;
      const decided = this.#decided.get(key);
      if (decided) this.#mark(line, candidate, decided);
      else if (this.#mayAsk()) this.#questions.push({ line, candidate, key });
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
    for (const [at, { line, candidate, key }] of questions.entries()) {
      const hits = answers[at] ?? [];
      this.#decided.set(key, hits);
      this.#mark(line, candidate, hits);
    }
  }

  #mark(line: Line, candidate: Candidate, hits: readonly Hit[]): void {
    for (const { start, end, number } of hits) {
      const found = placeInLine(line, candidate.start + start, candidate.start + end, number);
      // The page may have changed while background was thinking.
      if (found?.written === candidate.text.slice(start, end)) this.#marks.add(found);
    }
  }
}
