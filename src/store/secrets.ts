import type { SealedSecret } from '../core/sealed-secret';
import { type Database, openDatabase } from './database';

/** Encrypts with AES-GCM under this installation's own key, made at first use. */
export async function sealSecret(secret: string): Promise<SealedSecret> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await readKey(),
    new TextEncoder().encode(secret),
  );
  return { iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
}

/** The secret, or null when the key that sealed it is gone. */
export async function openSecret({ iv, sealed }: SealedSecret): Promise<string | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) };
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(algorithm, await readKey(), fromBase64(sealed)),
    );
  } catch (error) {
    // An OperationError is how WebCrypto says that the key does not fit; anything else is a bug.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

async function readKey(): Promise<CryptoKey> {
  const database = await openDatabase();
  const kept = await database.get('keys', 'secrets');
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return keepKey(database, made);
}

/** Another caller may have been faster in making one: the first key stays. */
async function keepKey(database: Database, made: CryptoKey): Promise<CryptoKey> {
  const { store, done } = database.transaction('keys', 'readwrite');
  const kept = await store.get('secrets');
  if (!kept) await store.put(made, 'secrets');
  await done;
  return kept ?? made;
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
