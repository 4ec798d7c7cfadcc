import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact, ContactId } from '../core/directory/contact';
import { readContacts } from '../store/directory';

const keptAtMost = 600;

/** The contacts of the rows that are on the screen, as far as they have been read. Those read before stay until the version changes. */
export function useRows(ids: readonly ContactId[], version: number): ReadonlyMap<ContactId, Contact> {
  const kept = useRef({ version, contacts: new Map<ContactId, Contact>() });
  const [, setDrawn] = useState(0);
  const asked = ids.join();
  useEffect(() => {
    if (kept.current.version !== version) kept.current = { version, contacts: new Map() };
    const { contacts } = kept.current;
    const missing = ids.filter((id) => !contacts.has(id));
    if (missing.length === 0) return;
    let isCurrent = true;
    void readContacts(missing).then((read) => {
      if (contacts.size > keptAtMost) contacts.clear();
      for (const contact of read) contacts.set(contact.id, contact);
      if (isCurrent) setDrawn((count) => count + 1);
    });
    return () => {
      isCurrent = false;
    };
    // The ids are told by their text.
  }, [asked, version]);
  return kept.current.contacts;
}
