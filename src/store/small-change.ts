import type { Contact, ContactId } from '../core/directory/contact';
import type { Numbering } from '../core/directory/numbering';
import { sortKey } from '../core/directory/sort-key';
import { entriesOf, toBlock, toEntry } from '../core/directory/term-blocks';
import { termsOf } from '../core/directory/terms';
import { readFrom } from './contact-pages';
import type { DirectoryState } from './directory-state';

type Few = { readonly remove: readonly ContactId[]; readonly put: readonly Contact[] };
type Contacts = Parameters<typeof readFrom>[0];

/** The order of the list after a change of a few: each is looked up among those that are sorted already. */
export async function placeInOrder(
  contacts: Contacts,
  order: Uint32Array,
  { remove, put }: Few,
): Promise<Uint32Array> {
  const moved = new Set([...remove, ...put.map(({ id }) => id)]);
  const placed = [...order.filter((id) => !moved.has(id))];
  for (const contact of put) {
    const key = sortKey(contact);
    let [low, high] = [0, placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [other] = await readFrom(contacts, [placed[middle] ?? 0]);
      if (other && sortKey(other) <= key) low = middle + 1;
      else high = middle;
    }
    placed.splice(low, 0, contact.id);
  }
  return Uint32Array.from(placed);
}

/** The state after a change of a few: what the index says of them does not hold, and what holds is beside it. */
export function withOverlay(
  state: DirectoryState,
  { remove, put, numbering }: Few & { numbering: Numbering },
): DirectoryState {
  const changed = new Set([...remove, ...put.map(({ id }) => id)]);
  const overlaid = [...state.overlaid].filter((id) => !changed.has(id)).concat(put.map(({ id }) => id));
  const kept = entriesOf(state.overlay).filter((entry) => !changed.has(Number(entry.slice(-10))));
  const own = put.flatMap((contact) =>
    termsOf(contact, numbering.toE164).map((term) => toEntry(term, contact.id)),
  );
  const favourites = put.filter(({ isFavourite }) => isFavourite).map(({ id }) => id);
  const stillFavourites = [...state.favourites].filter((id) => !changed.has(id) || favourites.includes(id));
  return {
    ...state,
    stale: Uint32Array.from(new Set([...state.stale, ...changed])),
    overlaid: Uint32Array.from(overlaid),
    overlay: toBlock([...kept, ...own].sort()),
    favourites: Uint32Array.from(new Set([...stillFavourites, ...favourites])),
  };
}
