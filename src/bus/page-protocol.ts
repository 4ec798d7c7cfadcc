import type { PageReply } from '../core/page-api/page-api';
import type { Hit } from '../core/page-numbers/decide';
import type { Candidate } from '../core/page-numbers/find-candidates';

/** Everything that our script in a web page can say to background. Nothing else that comes from a page is heard. */
export interface PageProtocol {
  /** Whether the page is to be searched. */
  'page.isSearched': () => boolean;
  /** For each candidate the numbers in it. */
  'page.decide': (candidates: readonly Candidate[]) => readonly (readonly Hit[])[];
  /** The person is on a number: what would be sent for it. */
  'page.offer': (number: string) => PageOffer;
  /** The person has pressed our button, or a link that calls while the button could be seen. With Shift, the popup opens instead. */
  'page.call': (call: { number: string; opensPopup: boolean }) => { ok: boolean };
  /** A message of the page API, to be judged by its origin; null when the page may not even know that somebody listens. */
  'page.request': (message: unknown) => PageReply | null;
}

/** `sent` is empty when nothing can be dialled. */
export type PageOffer = { sent: string };
export type PageMessageName = keyof PageProtocol;

/** Who speaks: Chrome says it, not the page. `origin` is that of the frame. */
export type PageSender = { tabId: number; frameId: number; origin: string };
