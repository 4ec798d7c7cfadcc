/** A question to the person, in our own window: whether, or by whom, a number is to be called. */
export type CallRequest = {
  id: string;
  /** `page`: a page asks for the call, and its origin is shown; `client`: the person has asked, and says by what each time. */
  kind: 'page' | 'client';
  origin: string;
  typed: string;
  tabId?: number | undefined;
};
