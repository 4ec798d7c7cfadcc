import { useEffect, useState } from 'preact/hooks';
import { type Contact, contactInitials } from '../core/directory/contact';
import { readPicture } from '../store/pictures';

/** The picture of a contact, or the initials that stand for one. The name stands beside it, so it says nothing by itself. */
export const Avatar = ({ contact }: { contact: Contact }) => {
  const url = usePicture(contact.pictureId);
  return (
    <span class="avatar" aria-hidden="true" data-hue={contact.id % 6}>
      {url ? <img src={url} alt="" /> : contactInitials(contact)}
    </span>
  );
};

function usePicture(pictureId: number | null): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    setUrl(undefined);
    if (pictureId === null) return;
    let made: string | undefined;
    let isCurrent = true;
    void readPicture(pictureId).then((picture) => {
      if (!picture || !isCurrent) return;
      made = URL.createObjectURL(picture);
      setUrl(made);
    });
    return () => {
      isCurrent = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [pictureId]);
  return url;
}
