import { useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import type { Card, Contact, ContactId, Picture } from '../core/directory/contact';
import { mergeContacts } from '../core/directory/merge';
import type { Numbering } from '../core/directory/numbering';
import { type Change, changeContacts } from '../store/change-contacts';
import type { UndoId, UndoKind } from '../store/undo';
import type { TextKey } from '../ui/text';
import type { Workbench } from './workbench';

/** The last change, which can be taken back. */
export type LastChange = { readonly undoId: UndoId; readonly kind: UndoKind; readonly count: number };

export type Changes = {
  readonly last: LastChange | null;
  readonly failure: TextKey | null;
  add(card: Card, picture: Picture | null): Promise<ContactId | null>;
  /** With another picture, without one when it is null, or with the same as before when it is undefined. */
  edit(contact: Contact, picture: Picture | null | undefined): Promise<void>;
  /** Marks a favourite, which nobody needs to be asked about taking back. */
  mark(contact: Contact): Promise<void>;
  remove(contact: Contact): Promise<void>;
  removeAll(): Promise<void>;
  merge(first: Contact, others: readonly Contact[]): Promise<void>;
  exportAll(format: 'csv' | 'vcard'): Promise<Blob | null>;
  remember(change: LastChange): void;
  undo(): Promise<void>;
  dismiss(): void;
};

type Wish = { numbering: Numbering; rules: DialRules | null; bench: Workbench; onChanged: () => void };

/** Everything that a person can do to the directory, with the way back. */
export function useChanges({ numbering, rules, bench, onChanged }: Wish): Changes {
  const [last, setLast] = useState<LastChange | null>(null);
  const [failure, setFailure] = useState<TextKey | null>(null);
  const remember = (change: LastChange) => {
    setLast(change);
    onChanged();
  };
  const change = async (wish: Change, count = 1): Promise<readonly ContactId[]> => {
    const changed = await changeContacts(wish, numbering, Date.now());
    setFailure(changed.ok ? null : 'storageFull');
    if (!changed.ok) return [];
    remember({ undoId: changed.undoId, kind: wish.kind, count });
    return changed.ids;
  };
  return {
    last,
    failure,
    remember,
    dismiss: () => setLast(null),
    add: async (card, picture) => (await change({ kind: 'add', add: [{ card, picture }] }))[0] ?? null,
    edit: async (contact, picture) => {
      const pictures = picture === undefined ? {} : { pictures: new Map([[contact.id, picture]]) };
      await change({ kind: 'edit', put: [contact], ...pictures });
    },
    mark: async (contact) => {
      const changed = await changeContacts({ kind: 'edit', put: [contact] }, numbering, Date.now());
      setFailure(changed.ok ? null : 'storageFull');
      onChanged();
    },
    remove: async ({ id }) => void (await change({ kind: 'remove', remove: [id] })),
    removeAll: async () => {
      const removed = await bench.ask('removeAll', undefined, { rules });
      setFailure(removed.ok ? null : 'storageFull');
      if (removed.ok) remember({ undoId: removed.undoId, kind: 'remove', count: 0 });
    },
    merge: async (first, others) => {
      const remove = others.map(({ id }) => id);
      await change({ kind: 'merge', put: [mergeContacts(first, others)], remove }, others.length + 1);
    },
    exportAll: (format) => bench.ask('export', { format }, { rules }),
    undo: async () => {
      if (!last) return;
      setLast(null);
      const undone = await bench.ask('undo', { undoId: last.undoId }, { rules });
      setFailure(undone.ok ? null : undone.why === 'too-late' ? 'undoTooLate' : 'storageFull');
      onChanged();
    },
  };
}
