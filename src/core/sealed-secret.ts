/** Ciphertext and its initialisation vector, both in base64; the key never leaves the browser's key store. */
export type SealedSecret = { iv: string; sealed: string };
