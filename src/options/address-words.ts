import type { AddressReading, WrittenAddress } from '../core/settings/address';
import type { AddressFailure, Failing } from '../core/settings/sources';
import { type TextKey, text } from '../ui/text';

const failures: Readonly<Record<Exclude<AddressFailure, 'status'>, TextKey>> = {
  unreachable: 'addressUnreachable',
  timeout: 'addressTimeout',
  'too-big': 'addressTooBig',
  elsewhere: 'addressElsewhere',
  'name-gone': 'addressNameGone',
  'not-chosen': 'addressNotChosen',
  refused: 'addressRefused',
};

const faults: Readonly<Record<Extract<WrittenAddress, { ok: false }>['why'], TextKey>> = {
  'not-an-address': 'addressInvalid',
  'not-https': 'addressNotHttps',
  credentials: 'addressCredentials',
};

/** Why an address gave no document. */
export function failureSentence({ why, status = 0 }: Pick<Failing, 'why' | 'status'>): string {
  return why === 'status' ? text('addressStatus', String(status)) : text(failures[why]);
}

/** The same of a reading that was just made; undefined when there is a document, or a list to choose from. */
export function readingSentence(reading: AddressReading): string | undefined {
  if (reading.kind === 'failed') return failureSentence(reading);
  return reading.kind === 'refused' ? failureSentence({ why: 'refused' }) : undefined;
}

/** Why what was typed is no address. */
export function faultSentence(why: Extract<WrittenAddress, { ok: false }>['why']): string {
  return text(faults[why]);
}
