import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Contact, Picture } from '../core/directory/contact';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icons';
import { Note } from '../ui/note';
import { type TextKey, text } from '../ui/text';
import { type PictureProblem, toSquarePicture } from './square-picture';

type Props = {
  contact: Contact | null;
  /** What was chosen: undefined for nothing yet, null for no picture. */
  picture: Picture | null | undefined;
  onChange: (picture: Picture | null) => void;
};

const problems: Readonly<Record<PictureProblem, TextKey>> = {
  'picture-too-large': 'pictureTooLarge',
  'picture-not-understood': 'pictureNotUnderstood',
};

/** The picture of a person: chosen, dropped here, pasted anywhere in the form, or taken away. */
export const PictureField = ({ contact, picture, onChange }: Props) => {
  const [problem, setProblem] = useState<PictureProblem>();
  const take = async (file: Blob | undefined) => {
    if (!file) return;
    const taken = await toSquarePicture(file);
    setProblem(typeof taken === 'string' ? taken : undefined);
    if (typeof taken !== 'string') onChange(taken);
  };
  usePastedPicture(take);
  const hasPicture = picture === undefined ? contact?.pictureId != null : picture !== null;
  return (
    <fieldset
      class="picture-field wide"
      aria-label={text('picture')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <Shown contact={contact} picture={picture} />
      <div class="buttons">
        <label class="button">
          {text(hasPicture ? 'pictureChange' : 'pictureAdd')}
          <input
            class="unseen"
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </label>
        {hasPicture && (
          <button type="button" onClick={() => onChange(null)}>
            {text('pictureRemove')}
          </button>
        )}
      </div>
      {problem ? (
        <Note tone="bad">{text(problems[problem])}</Note>
      ) : (
        <p class="hint">{text('pictureHint')}</p>
      )}
    </fieldset>
  );
};

const Shown = ({ contact, picture }: Pick<Props, 'contact' | 'picture'>) => {
  const url = useMemo(
    () => picture && URL.createObjectURL(new Blob([picture.bytes], { type: picture.type })),
    [picture],
  );
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url]);
  if (contact && !url)
    return <Avatar contact={picture === null ? { ...contact, pictureId: null } : contact} />;
  return (
    <span class="avatar" aria-hidden="true">
      {url ? <img src={url} alt="" /> : <Icon name="person" />}
    </span>
  );
};

/** Takes a picture that is pasted anywhere on the page; text goes where it belongs. */
function usePastedPicture(take: (file: Blob) => void): void {
  useEffect(() => {
    const life = new AbortController();
    const paste = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? [];
      if (!file?.type.startsWith('image/')) return;
      event.preventDefault();
      take(file);
    };
    addEventListener('paste', paste, { signal: life.signal });
    return () => life.abort();
  });
}
