import type { Problem, Profile } from '../profile/profile';
import type { SettingsPreferences } from '../profile/settings-parameters';

/** The ways in which a profile document reaches Offhook, in order of power: the first that has one is in force. */
export const sourceKinds = ['policy', 'address', 'file', 'paste'] as const;
export type SourceKind = (typeof sourceKinds)[number];
/** Those that the person has a say in. */
export type OwnSource = Exclude<SourceKind, 'policy'>;

/** A document that was understood as a whole; `takenAt` is when it was last seen at its source, epoch ms. */
export type Copy = {
  readonly text: string;
  readonly takenAt: number;
  /** What a `46xxsettings.txt` said beyond a profile. */
  readonly preferences?: SettingsPreferences;
};

/** Why an address gave no document. `elsewhere`: it led away to where we do not follow; `name-gone`: its list no longer has the name. */
export type AddressFailure =
  | 'unreachable'
  | 'timeout'
  | 'too-big'
  | 'status'
  | 'elsewhere'
  | 'name-gone'
  | 'not-chosen'
  | 'refused';

export type Failing = {
  readonly since: number;
  readonly why: AddressFailure;
  /** Of an HTTP response that was no success. */
  readonly status?: number;
  /** What is wrong with the document that was refused. */
  readonly problems?: readonly Problem[];
};

export type AddressSource = {
  readonly url: string;
  /** What a list of settings files calls the one that is meant, whether the list is at this address or led to it. */
  readonly pick: string | null;
  /** The last good one; it stays while the address fails. */
  readonly copy: Copy | null;
  readonly failing: Failing | null;
};

/** The administrator's policy has the document itself, or says where it is. A document that is refused leaves the last good one. */
export type PolicySource =
  | { readonly kind: 'text'; readonly copy: Copy | null; readonly problems: readonly Problem[] }
  | ({ readonly kind: 'address' } & AddressSource);

/** What each way has brought; a way that brought nothing is missing. */
export type Sources = {
  readonly policy?: PolicySource;
  readonly address?: AddressSource;
  readonly file?: Copy & { readonly name: string };
  readonly paste?: Copy;
};

export type InForce = {
  readonly source: SourceKind;
  readonly text: string;
  readonly profiles: readonly Profile[];
  readonly preferences?: SettingsPreferences;
};

/** Understands the text of a document that was taken once; null when it is refused now. */
export type ReadProfiles = (text: string) => Promise<readonly Profile[] | null>;

/** The document of the most powerful source that has one, or null when there is none. */
export async function documentInForce(sources: Sources, read: ReadProfiles): Promise<InForce | null> {
  for (const source of sourceKinds) {
    const copy = copyOf(sources, source);
    const profiles = copy && (await read(copy.text));
    // A copy that an older version took and this one refuses counts for nothing.
    if (!copy || !profiles) continue;
    const { text, preferences } = copy;
    return { source, text, profiles, ...(preferences ? { preferences } : {}) };
  }
  return null;
}

/** Which source has the document that is in force; null when none has it any more. */
export function sourceOf(sources: Sources, textInForce: string | undefined): SourceKind | null {
  return sourceKinds.find((source) => copyOf(sources, source)?.text === textInForce) ?? null;
}

/** True when the administrator has a say about the document: nobody else then has. */
export function isLocked({ policy }: Sources): boolean {
  return policy !== undefined;
}

/** The person's own sources that go before this one and have a document. */
export function strongerOwn(sources: Sources, than: OwnSource): readonly OwnSource[] {
  const own: readonly OwnSource[] = ['address', 'file', 'paste'];
  return own.slice(0, own.indexOf(than)).filter((source) => copyOf(sources, source) !== null);
}

export function copyOf(sources: Sources, source: SourceKind): Copy | null {
  if (source === 'policy') return sources.policy?.copy ?? null;
  if (source === 'address') return sources.address?.copy ?? null;
  return sources[source] ?? null;
}
