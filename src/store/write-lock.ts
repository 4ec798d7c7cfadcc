/** Lets one writer at a time change the directory, in whichever page or worker it is; the others wait for their turn. */
export function withDirectoryLock<T>(write: () => Promise<T>): Promise<T> {
  return navigator.locks.request('directory', write) as Promise<T>;
}
