import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Contact, ContactId } from '../core/directory/contact';
import { contactName } from '../core/directory/contact';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icons';
import { WithPresence } from '../ui/presence-mark';
import { text } from '../ui/text';
import type { TellPresence } from '../ui/use-presence';
import { useRows } from './use-rows';

const rowHeight = 56;
// Rows above and below what is seen are read already, so that scrolling finds them.
const spare = 12;

type Props = {
  ids: readonly ContactId[];
  version: number;
  selected: ContactId | null;
  presenceOf: TellPresence;
  onSelect: (id: ContactId) => void;
};

/** However many people, only those on the screen are there. Arrows go from one to the next. */
export const ContactList = ({ ids, version, selected, presenceOf, onSelect }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box);
  const from = Math.max(0, Math.floor(seen.top / rowHeight) - spare);
  const to = Math.min(ids.length, Math.ceil((seen.top + seen.height) / rowHeight) + spare);
  const shown = ids.slice(from, to);
  const rows = useRows(shown, version);
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = selected === null ? -1 : ids.indexOf(selected);
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    onSelect(next);
  };
  useSelectedInView(box, selected === null ? -1 : ids.indexOf(selected));
  return (
    <div
      ref={box}
      class="contact-list"
      role="listbox"
      tabIndex={0}
      aria-label={text('directory')}
      aria-activedescendant={
        selected !== null && shown.includes(selected) ? `contact-${selected}` : undefined
      }
      onKeyDown={step}
    >
      <div class="all-rows" style={{ blockSize: `${ids.length * rowHeight}px` }}>
        {shown.map((id, at) => (
          <Row
            key={id}
            id={id}
            place={{ at: from + at, of: ids.length }}
            contact={rows.get(id)}
            isSelected={id === selected}
            presenceOf={presenceOf}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  );
};

type RowProps = {
  id: ContactId;
  place: { at: number; of: number };
  contact: Contact | undefined;
  isSelected: boolean;
  presenceOf: TellPresence;
  onSelect: (id: ContactId) => void;
};

const Row = ({ id, place, contact, isSelected, presenceOf, onSelect }: RowProps) => (
  <div
    id={`contact-${id}`}
    class="contact-row"
    role="option"
    tabIndex={-1}
    aria-selected={isSelected}
    aria-posinset={place.at + 1}
    aria-setsize={place.of}
    style={{ insetBlockStart: `${place.at * rowHeight}px` }}
    onClick={() => onSelect(id)}
    onKeyDown={(event) => event.key === 'Enter' && onSelect(id)}
  >
    {contact && (
      <>
        <WithPresence presence={presenceOf(contact)}>
          <Avatar contact={contact} />
        </WithPresence>
        <span class="who">
          <strong>{contactName(contact)}</strong>
          <span class="number">
            {contact.company && contactName(contact) !== contact.company
              ? contact.company
              : contact.numbers[0]?.number}
          </span>
        </span>
        {contact.isFavourite && <Icon name="star" />}
      </>
    )}
  </div>
);

function useSeen(box: { current: HTMLDivElement | null }): { top: number; height: number } {
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return seen;
}

function useSelectedInView(box: { current: HTMLDivElement | null }, at: number): void {
  useEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    const top = at * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight;
    }
  }, [box, at]);
}
