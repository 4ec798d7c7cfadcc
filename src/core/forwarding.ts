import { partyOfIdentity } from './remote-party';

/**
 * Who was called first, by the Diversion headers (RFC 5806, of which the oldest is the last) or the History-Info (RFC 7044, of which the
 * oldest is the first) of an INVITE that was forwarded to us. Undefined when nobody says so.
 */
export function divertedFrom(headers: {
  diversion: readonly string[];
  historyInfo: readonly string[];
}): string | undefined {
  const history = entriesOf(headers.historyInfo);
  const first = history.length > 1 ? history[0] : undefined;
  return numberOf(entriesOf(headers.diversion).at(-1) ?? first);
}

/** Where a call of ours was forwarded to, by the Contact of a 3xx (RFC 3261 §21.3) or the last entry of a 181's History-Info. */
export function forwardedTo(headers: {
  contact: readonly string[];
  historyInfo: readonly string[];
}): string | undefined {
  const history = entriesOf(headers.historyInfo);
  const last = history.length > 1 ? history.at(-1) : undefined;
  return numberOf(entriesOf(headers.contact)[0] ?? last);
}

/** Several of them may stand in one header, with commas that are in quotes or brackets too. */
function entriesOf(headers: readonly string[]): readonly string[] {
  return headers.flatMap((header) => header.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,])+/g) ?? []);
}

function numberOf(nameAddr: string | undefined): string | undefined {
  return (nameAddr && partyOfIdentity(nameAddr)?.number) || undefined;
}
