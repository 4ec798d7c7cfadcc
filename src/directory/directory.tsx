import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContactId } from '../core/directory/contact';
import { Icon } from '../ui/icons';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';
import { useMatching } from '../ui/use-contact-names';
import { useDialSettings } from '../ui/use-dial-settings';
import { usePresence } from '../ui/use-presence';
import { useFamiliar, usePeople } from '../ui/use-suggestions';
import { Colleagues } from './colleagues';
import { ContactList } from './contact-list';
import { ContactPane } from './contact-pane';
import { Duplicates } from './duplicates';
import { ImportDialog } from './import-dialog';
import { Toolbar } from './toolbar';
import { UndoBar } from './undo-bar';
import { useChanges } from './use-changes';
import { useDirectory } from './use-directory';
import { useDrop } from './use-drop';
import { Workbench } from './workbench';

const foundAtMost = 60;

/** Everybody one knows: the list, what is found in it, and one person beside it. */
export const Directory = ({ state, intents }: { state: PageState; intents: Intents }) => {
  const bench = useMemo(() => new Workbench(), []);
  const { rules } = useDialSettings(state);
  const matching = useMatching(state);
  const presenceOf = usePresence(state);
  const { view, refresh } = useDirectory();
  const changes = useChanges({ numbering: matching.numbering, rules, bench, onChanged: refresh });
  const familiar = useFamiliar(matching);
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<Selected>(firstSelected);
  const [dialog, setDialog] = useState<'import' | 'duplicates' | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const people = usePeople(typed, { familiar, matching, limit: foundAtMost });
  const found = useMemo(() => people?.map(({ id }) => id), [people]);
  useEffect(() => {
    // The search finds everybody all the same; the next visit tries again.
    bench.ask('refresh', undefined, { rules }).catch(() => undefined);
  }, [bench, rules]);
  const isDragged = useDrop((file) => {
    setDropped(file);
    setDialog('import');
  });
  if (!view) return null;
  const ids = found ?? view.order;
  return (
    <>
      <Toolbar
        count={view.order.length}
        typed={typed}
        onType={setTyped}
        onNew={() => setSelected({ new: '' })}
        onImport={() => setDialog('import')}
        onDuplicates={() => setDialog('duplicates')}
        changes={changes}
      />
      <main data-dragged={isDragged} data-open={selected !== null}>
        <section class="list-pane" aria-label={text('directory')}>
          {ids.length > 0 && (
            <ContactList
              ids={ids}
              version={view.version}
              selected={typeof selected === 'number' ? selected : null}
              presenceOf={presenceOf}
              onSelect={setSelected}
            />
          )}
          {ids.length === 0 && <p class="empty">{text(found ? 'nobodyFound' : 'directoryEmpty')}</p>}
          <Colleagues
            typed={typed}
            state={state}
            intents={intents}
            onAdd={(card) => changes.add(card, null)}
          />
        </section>
        <ContactPane
          key={paneKey(selected)}
          selected={selected}
          version={view.version}
          rules={rules}
          changes={changes}
          presenceOf={presenceOf}
          intents={intents}
          onSelect={setSelected}
        />
      </main>
      {dialog === 'import' && (
        <ImportDialog
          bench={bench}
          rules={rules}
          file={dropped}
          onDone={changes.remember}
          onClose={() => {
            setDialog(null);
            setDropped(null);
          }}
        />
      )}
      {dialog === 'duplicates' && (
        <Duplicates bench={bench} rules={rules} changes={changes} onClose={() => setDialog(null)} />
      )}
      {isDragged && (
        <p class="drop-here">
          <Icon name="inbound" />
          {text('dropHere')}
        </p>
      )}
      {changes.failure && <Note tone="bad">{text(changes.failure)}</Note>}
      <UndoBar changes={changes} />
    </>
  );
};

/** One of the list, or somebody new with this number; null is nobody. */
export type Selected = ContactId | { new: string } | null;

function firstSelected(): Selected {
  const number = /^#new=(.*)$/.exec(location.hash)?.[1];
  return number === undefined ? null : { new: decodeURIComponent(number) };
}

function paneKey(selected: Selected): string {
  return typeof selected === 'object' ? `new ${selected?.new ?? ''}` : String(selected);
}
