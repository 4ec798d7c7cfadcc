import { useState } from 'preact/hooks';
import type { ProfileDocument } from '../bus/protocol';
import type { Sources } from '../core/settings/sources';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { isOtherDocument, OtherDocument } from './other-document';
import { ProfileAddress } from './profile-address';
import { ProfileEditor } from './profile-editor';
import { SourceReplaced } from './source-in-force';

type Props = {
  draft: string;
  sources: Sources;
  intents: Pick<Intents, 'useProfile' | 'useAddress'>;
  onDraft: (draft: string) => void;
};

/** Every way for a person to put another document in force: written, pasted, from a file or from an address. */
export const ProfileLoader = ({ draft, sources, intents, onDraft }: Props) => {
  const [file, setFile] = useState<string>();
  const [isSaved, setSaved] = useState(false);
  const write = (written: string) => {
    setSaved(false);
    if (written === '') setFile(undefined);
    onDraft(written);
  };
  const use = (document: ProfileDocument) =>
    intents.useProfile(file === undefined ? document : { ...document, file });
  const finish = (outcome: 'saved' | 'discarded') => {
    write('');
    setSaved(outcome === 'saved');
  };
  return (
    <>
      {draft !== '' && <SourceReplaced sources={sources} by={file === undefined ? 'paste' : 'file'} />}
      {isOtherDocument(draft) ? (
        <OtherDocument text={draft} onUse={use} onUseAddress={intents.useAddress} onDone={finish} />
      ) : (
        <>
          {isSaved && <Note tone="good">{text('profileSaved')}</Note>}
          <ProfileEditor draft={draft} onDraft={write} onUse={use} onOpened={setFile} />
        </>
      )}
      {draft === '' && <ProfileAddress onUse={intents.useAddress} />}
    </>
  );
};
