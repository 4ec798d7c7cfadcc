/** Whether the disk, or our share of it, was full: the transaction has left everything as it was. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
