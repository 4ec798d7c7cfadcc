/**
 * A worker has no `import()`; a classic one has `importScripts`, and that takes later what it was given while the worker was being
 * installed. So a script named here costs nothing until `loadScript` asks for it, each time that the worker runs.
 */
export function installScript(path: string): void {
  if (typeof importScripts() === 'function') addEventListener('install', () => loadScript(path));
}

/** Runs the script in the worker's global scope, before this returns. */
export function loadScript(path: string): void {
  importScripts()?.(path);
}

/** Not in TypeScript's library for pages, in which all of our code is compiled. */
function importScripts(): ((path: string) => void) | undefined {
  const found: unknown = Reflect.get(globalThis, 'importScripts');
  return typeof found === 'function' ? (path) => void Reflect.apply(found, globalThis, [path]) : undefined;
}
