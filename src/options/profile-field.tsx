import type { RefObject } from 'preact';
import { text } from '../ui/text';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  draft: string;
  isRefused: boolean;
  onText: (text: string) => void;
  onFile: (file: File) => void;
};

/** The document as text, which can be typed, pasted, dropped or opened. */
export const ProfileField = ({ field, draft, isRefused, onText, onFile }: Props) => {
  const takeFirst = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
    return file !== undefined;
  };
  return (
    <>
      <label class="document">
        {text('profileText')}
        <textarea
          ref={field}
          rows={12}
          wrap="off"
          dir="ltr"
          spellcheck={false}
          aria-invalid={isRefused}
          value={draft}
          onInput={(event) => onText(event.currentTarget.value)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            if (takeFirst(event.dataTransfer?.files)) event.preventDefault();
          }}
        />
      </label>
      <label class="button">
        {text('profileOpen')}
        <input
          type="file"
          class="unseen"
          accept=".json,.txt,application/json,text/plain"
          onChange={({ currentTarget }) => {
            takeFirst(currentTarget.files);
            // So that the same file, mended, can be opened once more.
            currentTarget.value = '';
          }}
        />
      </label>
    </>
  );
};
