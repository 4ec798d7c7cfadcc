import { Note } from '../ui/note';
import { text } from '../ui/text';
import type { OpenedFile } from './open-file';
import type { Step } from './use-draft';

/** How the last thing ended that was asked of the editor. */
export type EditorOutcome =
  | { readonly kind: 'saved' | 'lost' }
  | { readonly kind: 'file'; readonly name: string; readonly refused: Extract<OpenedFile, { ok: false }> };

type Props = {
  outcome: EditorOutcome | undefined;
  step: Step | undefined;
  isRefused: boolean;
  onUndo: (step: Step) => void;
};

/** What became of the last click, and whether the document can be used yet. */
export const EditorNotes = ({ outcome, step, isRefused, onUndo }: Props) => (
  <>
    {outcome?.kind === 'saved' && <Note tone="good">{text('profileSaved')}</Note>}
    {outcome?.kind === 'lost' && <Note tone="bad">{text('profileNotSaved')}</Note>}
    {outcome?.kind === 'file' && <Note tone="bad">{fileSentence(outcome.name, outcome.refused)}</Note>}
    {step && (
      <Note tone="good">
        <div class="step">
          {step.said}
          <button type="button" class="quiet" onClick={() => onUndo(step)}>
            {text('profileUndo')}
          </button>
        </div>
      </Note>
    )}
    {isRefused && <Note tone="bad">{text('profileRefused')}</Note>}
  </>
);

function fileSentence(name: string, { why, megabytes }: Extract<OpenedFile, { ok: false }>): string {
  if (why === 'unreadable') return text('profileFileUnreadable', name);
  return text('profileFileTooBig', name, megabytes);
}
