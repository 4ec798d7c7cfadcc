import { ask } from '../bus/ask';
import { CallButton } from './call-button';
import type { Marks } from './marks';
import { isKnownAsSearched, isSearched } from './searched';
import { isIn, linkAt, type Target, targetAt } from './target';

/** Who passes over a number does not mean it. */
const HOVER_MS = 120;
const LEAVE_MS = 350;
const SAID_MS = 2_500;

const seeing = { capture: true, passive: true };

type Offer = { target: Target; button: CallButton };

/** Shows the button for what the person points at or has got to by keyboard, and calls when he presses it, or a link that calls. */
export class Pointing {
  readonly #marks: Marks;
  readonly #onShadow: (root: ShadowRoot) => void;
  #offer: Offer | undefined;
  #wanted: object | undefined;
  #called: CallButton | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isFrameAsked = false;
  #isVisited = false;

  constructor(marks: Marks, onShadow: (root: ShadowRoot) => void) {
    this.#marks = marks;
    this.#onShadow = onShadow;
  }

  start(): void {
    addEventListener('pointerover', (event) => event.isTrusted && this.#point(event), seeing);
    addEventListener('focusin', (event) => event.isTrusted && this.#focus(event), seeing);
  }

  /** Nothing else can happen before the person has pointed at something, or got to it. */
  #welcome(): void {
    if (this.#isVisited) return;
    this.#isVisited = true;
    // A link has to know when it is clicked.
    void isSearched();
    addEventListener('pointermove', (event) => this.#move(event), seeing);
    addEventListener('scroll', () => this.#close(), seeing);
    addEventListener('keydown', (event) => event.key === 'Escape' && this.#close(), seeing);
    addEventListener('click', (event) => this.#clickLink(event), { capture: true });
  }

  #point(event: PointerEvent): void {
    this.#welcome();
    if (event.pointerType === 'touch') return;
    for (const node of event.composedPath()) if (node instanceof ShadowRoot) this.#onShadow(node);
    this.#aim(event);
  }

  /** Inside of one element the pointer may come upon a number; once for each frame of the screen is enough. */
  #move(event: PointerEvent): void {
    if (!event.isTrusted || this.#isFrameAsked) return;
    const element = event.composedPath()[0];
    if (!this.#offer && !(element instanceof Element && this.#marks.in(element).length > 0)) return;
    this.#isFrameAsked = true;
    requestAnimationFrame(() => {
      this.#isFrameAsked = false;
      this.#aim(event, element);
    });
  }

  #aim(event: PointerEvent, element: EventTarget | undefined = event.composedPath()[0]): void {
    const offer = this.#offer;
    if (offer && (offer.button.isTargetOf(event) || isIn(offer.button.rect, event))) {
      this.#keep();
      return;
    }
    const target = element instanceof Element ? targetAt(element, this.#marks, event) : null;
    if (target) this.#want(target, HOVER_MS);
    else this.#leave();
  }

  #focus(event: FocusEvent): void {
    this.#welcome();
    const element = event.composedPath()[0];
    if (this.#offer?.button.isTargetOf(event) || !(element instanceof Element)) return;
    const target = targetAt(element, this.#marks, null);
    if (target) this.#want(target, 0);
    else this.#close();
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#wanted = this.#offer?.target.owner;
  }

  #want(target: Target, afterMs: number): void {
    if (this.#wanted === target.owner) return;
    this.#wanted = target.owner;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(target), afterMs);
  }

  #leave(): void {
    if (this.#wanted === undefined) return;
    this.#wanted = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#close(), LEAVE_MS);
  }

  async #show(target: Target): Promise<void> {
    const offered = await ask('page.offer', target.number);
    if (!offered || offered.sent === '' || this.#wanted !== target.owner) return;
    this.#offer?.button.close();
    const button = new CallButton(chrome.i18n.getMessage('pageCall', offered.sent), (opensPopup) =>
      this.#call({ target, button }, opensPopup),
    );
    this.#offer = { target, button };
    button.show({ element: target.element, rects: target.rects() });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    this.#offer?.button.close();
    this.#offer = undefined;
  }

  /** A link calls at once when the button beside it has said long enough what will be called; else the button is shown, and pressed. */
  async #clickLink(event: MouseEvent): Promise<void> {
    if (!event.isTrusted || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isKnownAsSearched()) return;
    const element = event.composedPath()[0];
    const target = element instanceof Element ? linkAt(element) : null;
    if (!target || this.#offer?.button.isTargetOf(event)) return;
    event.preventDefault();
    const offer = this.#offer;
    if (offer?.target.owner === target.owner && (await offer.button.wasSeen()))
      this.#call(offer, event.shiftKey);
    else this.#want(target, 0);
  }

  /** Once for each button, unless it failed: a double-click is one wish. */
  async #call({ target, button }: Offer, opensPopup: boolean): Promise<void> {
    if (this.#called === button) return;
    this.#called = button;
    const called = await ask('page.call', { number: target.number, opensPopup });
    if (opensPopup) return this.#close();
    if (!called?.ok) this.#called = undefined;
    button.say(chrome.i18n.getMessage(called?.ok ? 'pageCalling' : 'pageCallFailed'), !called?.ok);
    setTimeout(() => {
      if (this.#offer?.button === button) this.#close();
    }, SAID_MS);
  }
}
