import { isSecretName } from '../profile/run-settings-file';
import { setField } from '../profile/serialise';

type Path = readonly (string | number)[];

/** A profile document that was understood, without the passwords in it, of relays for instance; everything else is as it was. */
export function withoutSecrets(text: string): string {
  // From the last to the first, so that the places of list entries stay right.
  return secretPaths(JSON.parse(text), []).reduceRight(
    (rest, path) => setField(rest, [...path], undefined),
    text,
  );
}

function secretPaths(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => secretPaths(item, [...path, index]));
  return Object.entries(value).flatMap(([key, held]) => {
    const at = [...path, key];
    return isSecretName(key) ? [at] : secretPaths(held, at);
  });
}
