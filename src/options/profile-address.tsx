import { useState } from 'preact/hooks';
import { type AddressReading, readAddressText, type WrittenAddress } from '../core/settings/address';
import type { AddressSource } from '../core/settings/sources';
import type { Intents } from '../ui/intents';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { faultSentence, readingSentence } from './address-words';
import { DocumentFound } from './document-found';
import { requestGatewayAccess } from './gateway-access';
import { ProblemLines } from './problem-lines';
import { reachAddress } from './reach-address';
import { SettingsFileTable } from './settings-file-table';
import { SettingsList } from './settings-list';

type Address = Pick<AddressSource, 'url' | 'pick'>;
type Fault = Extract<WrittenAddress, { ok: false }>['why'];
type Step =
  | { readonly kind: 'writing'; readonly fault?: Fault }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly address: Address; readonly reading: AddressReading }
  | { readonly kind: 'taken' | 'lost' };

/** The way to a document by its address: looked at first, and taken only when it can be used. */
export const ProfileAddress = ({ onUse }: { onUse: Intents['useAddress'] }) => {
  const [written, setWritten] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'writing' });
  const look = async (address: Address) => {
    setStep({ kind: 'looking' });
    setStep({ kind: 'found', address, reading: await reachAddress(address) });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readAddressText(written);
    if (read.ok) void look({ url: read.url, pick: null });
    else setStep({ kind: 'writing', fault: read.why });
  };
  const use = async ({ address, reading }: Extract<Step, { kind: 'found' }>) => {
    // Chrome asks only right from a click; the document is good whatever the answer is.
    if (reading.kind === 'profile') void requestGatewayAccess(reading.profiles);
    const isTaken = await onUse(address);
    if (isTaken) setWritten('');
    setStep({ kind: isTaken ? 'taken' : 'lost' });
  };
  const fault = step.kind === 'writing' ? step.fault : undefined;
  return (
    <div class="profile-address">
      <h3>{text('addressHeading')}</h3>
      <p>{text('addressLead')}</p>
      <form onSubmit={submit}>
        <label>
          {text('addressLabel')}
          <input
            type="text"
            inputMode="url"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://"
            aria-invalid={fault !== undefined}
            value={written}
            onInput={({ currentTarget }) => {
              setWritten(currentTarget.value);
              setStep({ kind: 'writing' });
            }}
          />
        </label>
        <button type="submit" disabled={step.kind === 'looking'}>
          {text(step.kind === 'looking' ? 'addressLooking' : 'addressLook')}
        </button>
      </form>
      {fault && <Note tone="bad">{faultSentence(fault)}</Note>}
      {step.kind === 'found' && (
        <Found
          reading={step.reading}
          onPick={(name) => look({ ...step.address, pick: name })}
          onUse={() => use(step)}
        />
      )}
      {step.kind === 'taken' && <Note tone="good">{text('addressInForce')}</Note>}
      {step.kind === 'lost' && <Note tone="bad">{text('profileNotSaved')}</Note>}
    </div>
  );
};

type FoundProps = { reading: AddressReading; onPick: (name: string) => void; onUse: () => void };

const Found = ({ reading, onPick, onUse }: FoundProps) => {
  if (reading.kind === 'profile')
    return <DocumentFound document={reading} label={text('addressUse')} onUse={onUse} />;
  if (reading.kind === 'list')
    return <SettingsList files={reading.files} onPick={({ name }) => onPick(name)} />;
  return (
    <>
      <Note tone="bad">{readingSentence(reading)}</Note>
      {reading.kind === 'refused' && (
        <>
          <ProblemLines problems={reading.problems} />
          {reading.table && <SettingsFileTable table={reading.table} />}
        </>
      )}
    </>
  );
};
