import type { Plugin } from 'vite';

// Paths are relative to the worker's script: so the bundler names its files to each other.
const loader = `const parts=(()=>{
  const makers={},made={};
  const load=(path)=>{
    if(!made[path]){
      if(!makers[path])importScripts(path);
      makers[path](load,made[path]={});
    }
    return made[path];
  };
  return{load,add:(path,make)=>{makers[path]=make}};
})();`;

/**
 * A service worker has no `import()`. This gives it one: what its script imports later is built into files beside it, its parts, which
 * `importScripts` loads when they are asked for, each time that the worker runs. A worker may load later only what it has loaded while it
 * was being installed, so then it loads them all; that runs nothing, since each only hands over the function that makes it.
 */
export function workerParts(entry: string): Plugin {
  const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
  let isWorker = false;
  return {
    name: 'worker-parts',
    options: ({ input }) => {
      isWorker = typeof input === 'string' && input.endsWith(entry);
    },
    outputOptions: (output) => {
      if (!isWorker) return null;
      return { ...output, format: 'cjs', codeSplitting: true, chunkFileNames: `${folder}[name].js` };
    },
    generateBundle: (_, bundle) => {
      if (!isWorker) return;
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const main = chunks.find(({ isEntry }) => isEntry);
      if (!main) return;
      const atOnce = importedWith(main, chunks);
      const later = chunks.filter((chunk) => !atOnce.has(chunk));
      const pathOf = ({ fileName }: Chunk) => `'./${fileName.slice(folder.length)}'`;
      const partOf = (chunk: Chunk) => `parts.add(${pathOf(chunk)},(require,exports)=>{${chunk.code}});`;
      for (const chunk of later) chunk.code = partOf(chunk);
      const install = `addEventListener('install',()=>importScripts(${later.map(pathOf)}));`;
      main.code = `${loader}${[...atOnce].map(partOf).join('')}${install}parts.load(${pathOf(main)});`;
      for (const chunk of atOnce) if (chunk !== main) delete bundle[chunk.fileName];
    },
  };
}

type Chunk = { fileName: string; code: string; imports: string[] };

/** A chunk and all that it needs before it runs. */
function importedWith<C extends Chunk>(main: C, chunks: readonly C[]): Set<C> {
  const found = new Set([main]);
  // A set takes in what is added while it is gone through.
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return found;
}
