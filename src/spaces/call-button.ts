import { newElement, pageElement, removeElement } from './own-dom';

/** A person needs so long to see what he presses. Less, and a page could push the button under a click meant for something else. */
const SEEN_MS = 250;
/** The shortest that Chromium looks for whether an element is covered (Intersection Observer v2). */
const LOOK_MS = 100;

const handset =
  'M3.6 1.2c.5-.3 1.1-.1 1.4.4l1.3 2.3c.2.4.2.9-.2 1.2l-1 .9c.7 1.6 2 2.9 3.6 3.6l.9-1c.3-.4.8-.4 1.2-.2l2.3 1.3c.5.3.7.9.4 1.4-.5 1.1-1.6 1.9-2.8 1.9C5.7 13 1 8.3 1 4c0-1.2.8-2.3 2.6-2.8z';
const look = [
  'button{all:initial;box-sizing:border-box;display:flex;align-items:center;gap:6px;max-width:min(320px,100vw);padding:5px 10px;',
  'border:1px solid #0b5d3b;border-radius:6px;background:#117a4c;color:#fff;cursor:pointer;font:600 13px/18px system-ui;user-select:none}',
  'button:hover{background:#0d6540}button:focus-visible{outline:2px solid #117a4c;outline-offset:2px}',
  'button[data-state=failed]{background:#8a1c13;border-color:#6d130c}',
  'span{overflow:hidden;white-space:nowrap;text-overflow:ellipsis;unicode-bidi:plaintext}',
  'button::before{content:"";flex:none;width:14px;height:14px;background:currentColor;forced-color-adjust:none;',
  `clip-path:path("${handset}")}`,
].join('');

type Anchor = { element: Element; rects: readonly DOMRect[] };

/**
 * The button beside a number, in a shadow root that the page cannot enter and on the top layer, which it can cover only by what is seen
 * there. It exists from `show` to `close`, and answers a click only when nothing has covered or moved it for as long as it takes to see it.
 */
export class CallButton {
  readonly #host = newElement('div');
  readonly #button = newElement('button');
  readonly #label = newElement('span');
  readonly #onPress: (opensPopup: boolean) => void;
  readonly #observer: IntersectionObserver;
  #visibleSince = Number.POSITIVE_INFINITY;
  #place: DOMRect | undefined;

  constructor(label: string, onPress: (opensPopup: boolean) => void) {
    this.#onPress = onPress;
    this.#observer = observerOf((isVisible) => this.#see(isVisible));
    this.#fill(label);
  }

  show({ element, rects }: Anchor): void {
    const last = rects.at(-1);
    if (!last) return;
    // The page's styles reach the host alone, and lose against these.
    const style =
      'all:initial;position:fixed;inset:0 auto auto 0;margin:0;display:block;overflow:visible;direction:ltr;';
    this.#host.style.cssText = style.replaceAll(';', '!important;');
    pageElement()?.append(this.#host);
    // With its source, the keyboard gets from the number to the button at once.
    this.#host.showPopover(...([{ source: element }] as unknown as []));
    this.#putBeside(last, getComputedStyle(element).direction === 'rtl');
    this.#place = this.#button.getBoundingClientRect();
    this.#observer.observe(this.#button);
  }

  /** Below the number or above it, and never over an edge of the window, where nobody could see all of it. */
  #putBeside({ left, right, top, bottom }: DOMRect, isRight: boolean): void {
    const { width, height } = this.rect;
    const x = Math.min(isRight ? right - width : left, (pageElement()?.clientWidth ?? innerWidth) - width);
    const y = bottom + height + 4 < innerHeight ? bottom + 2 : top - height - 2;
    for (const [side, at] of [
      ['left', x],
      ['top', y],
    ] as const)
      this.#host.style.setProperty(side, `${Math.max(0, at)}px`, 'important');
  }

  /** Whether the person, who has pressed, had been able to read it for a while: what covers it may be newer than the last look. */
  async wasSeen(): Promise<boolean> {
    if (!this.#isSeen) return false;
    return await new Promise((resolve) => {
      const observer = observerOf((isStillVisible) => {
        observer.disconnect();
        resolve(isStillVisible);
      });
      observer.observe(this.#button);
    });
  }

  get #isSeen(): boolean {
    const now = this.#button.getBoundingClientRect();
    const place = this.#place;
    const isWhereItWas = place && Math.abs(place.x - now.x) < 2 && Math.abs(place.y - now.y) < 2;
    return Boolean(isWhereItWas) && performance.now() - this.#visibleSince >= SEEN_MS;
  }

  /** Whether an event of the window came from it. Inside of the page, only the host is to be seen. */
  isTargetOf(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  get rect(): DOMRect {
    return this.#button.getBoundingClientRect();
  }

  say(label: string, hasFailed = false): void {
    this.#label.textContent = label;
    if (hasFailed) this.#button.dataset.state = 'failed';
  }

  close(): void {
    this.#observer.disconnect();
    removeElement(this.#host);
  }

  #fill(label: string): void {
    const root = this.#host.attachShadow({ mode: 'closed', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    this.#host.setAttribute('popover', 'manual');
    this.#button.setAttribute('type', 'button');
    this.#label.textContent = label;
    this.#button.append(this.#label);
    root.append(this.#button);
    this.#button.addEventListener('click', (event) => {
      event.stopPropagation();
      event.preventDefault();
      if (event.isTrusted) this.#press(event.shiftKey);
    });
  }

  async #press(isShifted: boolean): Promise<void> {
    if (await this.wasSeen()) this.#onPress(isShifted);
  }

  #see(isVisible: boolean): void {
    if (!isVisible) this.#visibleSince = Number.POSITIVE_INFINITY;
    else if (this.#visibleSince === Number.POSITIVE_INFINITY) this.#visibleSince = performance.now();
  }
}

/** Looks at once, and then whenever it changes, whether all of an element is to be seen. */
function observerOf(onLook: (isVisible: boolean) => void): IntersectionObserver {
  const tell = (entries: readonly IntersectionObserverEntry[]) => {
    const last = entries.at(-1);
    onLook(last !== undefined && Reflect.get(last, 'isVisible') === true);
  };
  // TypeScript's library does not know the second version.
  return new IntersectionObserver(tell, { threshold: 1, ...{ trackVisibility: true, delay: LOOK_MS } });
}
