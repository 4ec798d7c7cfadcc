import { type AddressReading, afterReading } from './address';
import type { PortableSettings } from './portable-settings';
import { type AddressSource, type Copy, isLocked, type OwnSource, type Sources } from './sources';

/** A document of the person's own; `file` is the name of the one that it was opened from, null when it was pasted or typed. */
export type OwnDocument = { readonly file: string | null; readonly copy: Copy };

/**
 * With a document that the person wants in force: it takes the place of what would go before it, since there was no other reason to say so.
 * Unchanged when the administrator has set one.
 */
export function withDocument(sources: Sources, { file, copy }: OwnDocument): Sources {
  if (isLocked(sources)) return sources;
  const { address: _, file: __, paste, ...rest } = sources;
  if (file === null) return { ...rest, paste: copy };
  return { ...rest, ...(paste ? { paste } : {}), file: { ...copy, name: file } };
}

/** With an address that was read and can be used. What the person had before stays behind it. */
export function withAddress(sources: Sources, address: AddressSource): Sources {
  return isLocked(sources) ? sources : { ...sources, address };
}

/** Without one of the person's own sources, or without any of them. */
export function withoutOwn(sources: Sources, which?: OwnSource): Sources {
  const { address, file, paste, ...rest } = sources;
  return {
    ...rest,
    ...(which && which !== 'address' && address ? { address } : {}),
    ...(which && which !== 'file' && file ? { file } : {}),
    ...(which && which !== 'paste' && paste ? { paste } : {}),
  };
}

/** With the person's own sources of a settings file, if it has any, in the place of those that there were. */
export function withImported(sources: Sources, { sources: imported }: PortableSettings): Sources {
  return imported ? { ...withoutOwn(sources), ...imported } : sources;
}

/** With what came of reading an address. Unchanged when it is not the one to read from any more. `now` is epoch ms. */
export function withReading(
  sources: Sources,
  {
    asked,
    reading,
    now,
  }: { asked: Pick<AddressSource, 'url' | 'pick'>; reading: AddressReading; now: number },
): Sources {
  const { policy, address } = sources;
  const isAsked = ({ url, pick }: AddressSource) => url === asked.url && pick === asked.pick;
  if (policy?.kind === 'address' && isAsked(policy))
    return { ...sources, policy: { ...policy, ...afterReading(policy, reading, now) } };
  if (address && isAsked(address)) return { ...sources, address: afterReading(address, reading, now) };
  return sources;
}
