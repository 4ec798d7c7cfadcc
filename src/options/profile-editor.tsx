import { useId, useRef, useState } from 'preact/hooks';
import type { ProfileDocument } from '../bus/protocol';
import { applyFixes, mend } from '../core/profile/mend';
import type { Problem } from '../core/profile/profile';
import { text } from '../ui/text';
import { CodeField } from './code-field';
import { EditorNotes, type EditorOutcome } from './editor-notes';
import { requestGatewayAccess } from './gateway-access';
import { MendDialog } from './mend-dialog';
import { openFile } from './open-file';
import { ProblemList } from './problem-list';
import { ProfileForm } from './profile-form';
import { ProfileReady } from './profile-ready';
import { ProfileToolbar } from './profile-toolbar';
import { useDraft } from './use-draft';
import { usePlaces } from './use-places';

type Props = {
  draft: string;
  onDraft: (draft: string) => void;
  onUse: (document: ProfileDocument) => Promise<boolean>;
  /** The draft is now the text of a file of this name. */
  onOpened?: (name: string) => void;
};

/** A document on its way into force: read while it is written, and taken only when it is understood as a whole. */
export const ProfileEditor = ({ draft, onDraft, onUse, onOpened }: Props) => {
  const summaryId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<EditorOutcome>();
  const [mended, setMended] = useState<string>();
  const edited = useDraft(draft, (changed) => {
    setOutcome(undefined);
    onDraft(changed);
  });
  const { reading, problems } = edited;
  const places = usePlaces(field, draft);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  const open = async (file: File) => {
    const opened = await openFile(file);
    if (!opened.ok) return setOutcome({ kind: 'file', name: file.name, refused: opened });
    edited.open(opened.text, opened.problems, text('profileFileOpened', file.name));
    onOpened?.(file.name);
  };
  const fix = (problem: Problem) => {
    // What was typed in the last moment may have moved the place; then the list is drawn anew first.
    if (edited.readNow() === reading) edited.change((latest) => applyFixes(latest, [problem]));
  };
  const proposeMending = () => {
    const now = edited.readNow();
    setMended(mend(now.text, now.problems));
  };
  const use = async () => {
    const now = edited.readNow();
    if (!now.result?.ok) return;
    // Chrome asks only right from a click. Its answer is not waited for: the profile is good whatever it is.
    void requestGatewayAccess(now.result.profiles);
    const isSaved = await onUse({ text: now.text, profiles: now.result.profiles });
    if (isSaved) edited.change(() => '');
    setOutcome({ kind: isSaved ? 'saved' : 'lost' });
  };
  return (
    <div class="profile-editor">
      <ProfileToolbar draft={draft} view={places.view} onView={places.setView} onFile={open} />
      <EditorNotes
        outcome={outcome}
        step={edited.step}
        isRefused={isRefused}
        onUndo={({ before }) => edited.change(() => before)}
      />
      <div class={draft === '' ? 'workspace empty' : 'workspace'}>
        <CodeField
          field={field}
          draft={draft}
          marks={problems}
          isRefused={isRefused}
          isHidden={places.view !== 'text'}
          describedBy={summaryId}
          onText={edited.type}
          onFile={open}
          onStep={(by) => places.step(problems, by)}
        />
        {places.view === 'form' && (
          <ProfileForm
            draft={draft}
            problems={problems}
            wanted={places.wanted}
            onChange={edited.change}
            onFix={fix}
            onShowText={() => places.setView('text')}
          />
        )}
        {draft !== '' && (
          <div class="beside">
            <ProblemList
              id={summaryId}
              problems={problems}
              onShow={places.show}
              onFix={fix}
              onMend={problems.some((problem) => problem.fix) ? proposeMending : undefined}
            />
            {reading.result?.ok && (
              <ProfileReady
                document={{ text: reading.text, profiles: reading.result.profiles }}
                onUse={use}
              />
            )}
          </div>
        )}
      </div>
      {mended !== undefined && (
        <MendDialog
          before={draft}
          after={mended}
          onTake={() => {
            setMended(undefined);
            edited.change(() => mended, text('mendTaken'));
          }}
          onClose={() => setMended(undefined)}
        />
      )}
    </div>
  );
};
