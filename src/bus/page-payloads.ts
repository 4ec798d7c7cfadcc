import { type Candidate, CONTEXT, LONGEST_CANDIDATE } from '../core/page-numbers/find-candidates';
import type { PageMessageName, PageProtocol } from './page-protocol';

/** At most so many candidates in one message; a page that has more sends more messages. */
export const MOST_CANDIDATES = 250;
export const LONGEST_NUMBER = 128;

type Payloads = { [N in PageMessageName]: Parameters<PageProtocol[N]> };
/** Undefined for what is not of the message's shape. */
type Read<N extends PageMessageName> = (payload: readonly unknown[]) => Payloads[N] | undefined;

/** What comes from a page is believed only as far as its shape goes: everything else is dropped here. */
export const readPayload: { [N in PageMessageName]: Read<N> } = {
  'page.isSearched': () => [],
  'page.decide': ([candidates]) => {
    if (!Array.isArray(candidates) || candidates.length > MOST_CANDIDATES) return undefined;
    const read = candidates.flatMap((candidate: unknown) => readCandidate(candidate) ?? []);
    return read.length === candidates.length ? [read] : undefined;
  },
  'page.offer': ([number]) => (isText(number, LONGEST_NUMBER) ? [number] : undefined),
  'page.call': ([call]) => {
    if (typeof call !== 'object' || call === null) return undefined;
    const number: unknown = Reflect.get(call, 'number');
    const opensPopup: unknown = Reflect.get(call, 'opensPopup');
    if (!isText(number, LONGEST_NUMBER) || number === '' || typeof opensPopup !== 'boolean') return undefined;
    return [{ number, opensPopup }];
  },
  'page.request': ([message]) => [message],
};

function readCandidate(candidate: unknown): Candidate | undefined {
  if (typeof candidate !== 'object' || candidate === null) return undefined;
  const start: unknown = Reflect.get(candidate, 'start');
  const text: unknown = Reflect.get(candidate, 'text');
  const before: unknown = Reflect.get(candidate, 'before');
  const after: unknown = Reflect.get(candidate, 'after');
  if (typeof start !== 'number' || !isText(text, LONGEST_CANDIDATE)) return undefined;
  if (!isText(before, CONTEXT.before) || !isText(after, CONTEXT.after)) return undefined;
  return { start, text, before, after };
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;
