import { saveText } from '../ui/save-text';
import { text } from '../ui/text';

export type EditorView = 'text' | 'form';

const views = { text: 'profileViewText', form: 'profileViewForm' } as const;

type Props = {
  draft: string;
  view: EditorView;
  onView: (view: EditorView) => void;
  onFile: (file: File) => void;
};

/** How the document is shown, and its ways in from a file and out into one. */
export const ProfileToolbar = ({ draft, view, onView, onFile }: Props) => (
  <div class="profile-toolbar">
    <fieldset class="views">
      <legend class="unseen">{text('profileViews')}</legend>
      {(['text', 'form'] as const).map((each) => (
        <label key={each} class="button">
          <input type="radio" name="profile-view" checked={view === each} onChange={() => onView(each)} />
          {text(views[each])}
        </label>
      ))}
    </fieldset>
    <label class="button">
      {text('profileOpen')}
      <input
        type="file"
        class="unseen"
        accept=".json,.txt,application/json,text/plain"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // So that the same file, mended, can be opened once more.
          currentTarget.value = '';
        }}
      />
    </label>
    <button
      type="button"
      disabled={draft === ''}
      onClick={() => saveText('offhook-profile.json', draft, 'application/json')}
    >
      {text('profileExport')}
    </button>
  </div>
);
