import { useEffect, useState } from 'preact/hooks';
import type { ProfileDocument } from '../bus/protocol';
import { recogniseDocument } from '../core/profile/recognise';
import type { AddressReading } from '../core/settings/address';
import { nowhere, type Reading, readDocument } from '../core/settings/read-document';
import type { AddressSource } from '../core/settings/sources';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { readingSentence } from './address-words';
import { DocumentFound } from './document-found';
import { requestGatewayAccess } from './gateway-access';
import { ProblemLines } from './problem-lines';
import { reachAddress } from './reach-address';
import { SettingsFileTable } from './settings-file-table';
import { SettingsList } from './settings-list';

/** Whether a draft is a document that is not written as a profile, but becomes one. */
export function isOtherDocument(draft: string): boolean {
  const kind = recogniseDocument(draft);
  return kind === '46xx' || kind === 'settings-file-list';
}

type Address = Pick<AddressSource, 'url' | 'pick'>;
type Props = {
  text: string;
  onUse: (document: ProfileDocument) => Promise<boolean>;
  onUseAddress: Intents['useAddress'];
  onDone: (outcome: 'saved' | 'discarded') => void;
};

/** A settings file, or a list of them, that was pasted or opened where a profile was expected. */
export const OtherDocument = ({ text: written, onUse, onUseAddress, onDone }: Props) => {
  const [reading, setReading] = useState<Reading>();
  const [picked, setPicked] = useState<{ address: Address; reading: AddressReading }>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    void readDocument(written, nowhere).then(setReading);
    setPicked(undefined);
  }, [written]);
  const finish = (isSaved: boolean) => (isSaved ? onDone('saved') : setLost(true));
  const use = async () => {
    if (reading?.kind !== 'profile') return;
    // Chrome asks only right from a click; the document is good whatever the answer is.
    void requestGatewayAccess(reading.profiles);
    const { text: made, profiles, preferences } = reading;
    finish(await onUse({ text: made, profiles, ...(preferences ? { preferences } : {}) }));
  };
  const pick = async (address: Address) => {
    setPicked({ address, reading: await reachAddress(address) });
  };
  const usePicked = async () => {
    if (picked?.reading.kind !== 'profile') return;
    void requestGatewayAccess(picked.reading.profiles);
    finish(await onUseAddress(picked.address));
  };
  return (
    <div class="other-document">
      {reading?.kind === 'profile' && (
        <DocumentFound document={reading} label={text('profileUse')} onUse={use} />
      )}
      {reading?.kind === 'list' && (
        <SettingsList files={reading.files} onPick={({ url, name }) => pick({ url, pick: name })} />
      )}
      {reading?.kind === 'refused' && <Refused reading={reading} sentence={text('settingsFileRefused')} />}
      {picked?.reading.kind === 'profile' && (
        <DocumentFound document={picked.reading} label={text('addressUse')} onUse={usePicked} />
      )}
      {picked && picked.reading.kind !== 'profile' && (
        <Refused
          reading={picked.reading}
          sentence={readingSentence(picked.reading) ?? text('addressElsewhere')}
        />
      )}
      {isLost && <Note tone="bad">{text('profileNotSaved')}</Note>}
      <button type="button" onClick={() => onDone('discarded')}>
        {text('settingsFileDiscard')}
      </button>
    </div>
  );
};

const Refused = ({ reading, sentence }: { reading: AddressReading | Reading; sentence: string }) => (
  <>
    <Note tone="bad">{sentence}</Note>
    {reading.kind === 'refused' && (
      <>
        <ProblemLines problems={reading.problems} />
        {reading.table && <SettingsFileTable table={reading.table} />}
      </>
    )}
  </>
);
