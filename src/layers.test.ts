import { describe, expect, it } from 'vitest';
import { loadedWith, readSourceTree, type SourceFile, shippedWith } from './source-tree';

/** A folder with a `main` is a place where code runs; a folder without is a library. Places never import each other. */
type Layer = {
  /** Other folders whose files it may import. */
  folders: readonly string[];
  /** Packages that it may import. Those of tests are nobody's. */
  packages: readonly string[];
  never: readonly RegExp[];
};

const pureLibraries = ['@noble/hashes', 'jsonc-parser', 'libphonenumber-js', 'papaparse', 'valibot'];
const clocksAndChance = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\bset(?:Timeout|Interval)\b/,
];
// A document is also what an administrator pastes, so only what a page's has gives it away.
const documentOfPage =
  /\bdocument\.(?:body|head|cookie|title|hidden|location|\w*Element\w*|query\w+|\w+EventListener)\b/;
const browserApis = [
  /\b(?:chrome|browser)\.\w/,
  /\b(?:window|navigator|localStorage|performance)\.[a-z]/i,
  documentOfPage,
  /\bindexedDB\b/,
  /\bfetch\(/,
];
const page: Layer = {
  folders: ['ui', 'core', 'bus', 'platform', 'store'],
  packages: ['preact', '@preact/signals'],
  never: [],
};

const layers: Readonly<Record<string, Layer>> = {
  core: { folders: [], packages: pureLibraries, never: [...clocksAndChance, ...browserApis] },
  bus: { folders: ['core'], packages: [], never: [] },
  platform: { folders: ['core'], packages: ['webextension-polyfill'], never: [] },
  store: { folders: ['core'], packages: ['idb'], never: [/\bsendMessage\b/] },
  ui: { folders: ['core', 'bus', 'platform', 'store'], packages: ['preact', '@preact/signals'], never: [] },
  phone: {
    folders: ['core', 'bus', 'platform', 'store'],
    packages: ['sip.js', '@noble/hashes'],
    never: [/\b(?:chrome|browser)\.storage\b/],
  },
  background: {
    folders: ['core', 'bus', 'platform', 'store'],
    packages: [],
    never: [/\bwindow\.[a-z]/, documentOfPage, /\blocalStorage\b/],
  },
  spaces: {
    folders: ['core', 'bus', 'platform'],
    packages: [],
    never: [/\b(?:chrome|browser)\.storage\b/],
  },
  'page-bridge': {
    folders: ['bus'],
    packages: [],
    never: [/\b(?:chrome|browser)\.\w/],
  },
  popup: page,
  'call-log': { ...page, packages: [...page.packages, 'uplot'] },
  'call-request': page,
  'call-window': page,
  options: page,
  directory: page,
  permission: page,
};

/** What must not even be loaded with a place, by whatever detour. */
const neverLoaded: readonly {
  place: string;
  files: readonly string[];
  packages: readonly string[];
  why: string;
}[] = [
  {
    place: 'phone',
    files: ['platform/storage.ts'],
    packages: ['preact', 'libphonenumber-js'],
    why: 'an offscreen document has no storage',
  },
  {
    place: 'background',
    files: ['core/dial/dial.ts', 'core/page-numbers/decide.ts'],
    packages: ['sip.js', 'preact', 'libphonenumber-js', '@noble/hashes', 'valibot', 'jsonc-parser'],
    why: 'it starts whenever anything happens, mostly for little, and imports the rest when it is needed',
  },
  {
    place: 'spaces',
    files: ['platform/browser.ts', 'platform/storage.ts', 'core/page-numbers/decide.ts'],
    packages: ['webextension-polyfill', 'libphonenumber-js', 'valibot'],
    why: 'it is loaded into every page that is searched',
  },
  { place: 'popup', files: [], packages: ['sip.js', 'libphonenumber-js'], why: 'it opens in a moment' },
  { place: 'call-window', files: [], packages: ['sip.js', 'libphonenumber-js'], why: 'it opens in a moment' },
  {
    place: 'call-request',
    files: [],
    packages: ['sip.js', 'libphonenumber-js'],
    why: 'it opens in a moment',
  },
  {
    place: 'options',
    files: [],
    packages: ['sip.js', 'libphonenumber-js'],
    why: 'only the phone speaks SIP, and numbering plans are for who asks for them',
  },
  {
    place: 'directory',
    files: [],
    packages: ['sip.js', 'libphonenumber-js', 'papaparse'],
    why: 'files are read in its worker',
  },
  {
    place: 'call-log',
    files: [],
    packages: ['sip.js', 'libphonenumber-js', 'papaparse', 'valibot', 'uplot'],
    why: 'its first calls are there in a moment, and files and drawings come after',
  },
  { place: 'permission', files: [], packages: ['sip.js', 'libphonenumber-js'], why: 'it opens in a moment' },
];

/** Data outside of `src`, of which only the type is of interest. */
const isData = (target: string): boolean => target.startsWith('../') && target.endsWith('.json');
const tree = readSourceTree();
const places = tree.filter(({ path }) => /^[^/]+\/main\.tsx?$/.test(path));
const shipped = new Set(places.flatMap(({ path }) => shippedWith(path, tree)));
const folders = [...new Set(tree.map(({ folder }) => folder))].filter(Boolean);
const filesOf = (folder: string): SourceFile[] => tree.filter((file) => file.folder === folder);
const mainOf = (folder: string): string => places.find((file) => file.folder === folder)?.path ?? '';

describe('the house', () => {
  it('has a row in the table for each folder, and a folder for each row', () => {
    expect(folders.sort()).toEqual(Object.keys(layers).sort());
  });

  it.each(folders)('%s imports only the folders that it may', (folder) => {
    const allowed = new Set([folder, ...(layers[folder]?.folders ?? [])]);
    const strangers = filesOf(folder).flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ kind, target, isType }) =>
            kind === 'file' && !(isType && isData(target)) && !allowed.has(target.split('/')[0] ?? ''),
        )
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(strangers).toEqual([]);
  });

  it.each(folders)('%s ships only the packages that it may', (folder) => {
    const allowed = new Set(layers[folder]?.packages);
    const strangers = filesOf(folder)
      .filter((file) => shipped.has(file))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ kind, target }) => kind === 'package' && !allowed.has(target))
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(strangers).toEqual([]);
  });

  it.each(folders)('%s never mentions what its row forbids', (folder) => {
    const found = filesOf(folder)
      .filter((file) => shipped.has(file) || (folder === 'core' && !file.isTest))
      .flatMap(({ path, code }) =>
        (layers[folder]?.never ?? []).flatMap((word) => {
          const mention = word.exec(code)?.[0];
          return mention === undefined ? [] : [`${path} mentions ${mention}`];
        }),
      );
    expect(found).toEqual([]);
  });

  it('asks the polyfill in one file, since it throws outside of an extension', () => {
    const importers = tree.filter(
      ({ isTest, imports }) => !isTest && imports.some(({ target }) => target === 'webextension-polyfill'),
    );
    expect(importers.map(({ path }) => path)).toEqual(['platform/browser.ts']);
  });

  it.each(neverLoaded)('$place loads none of $files $packages: $why', ({ place, files, packages }) => {
    const loaded = loadedWith(mainOf(place), tree);
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter(({ path }) => files.includes(path)).map(({ path }) => path)).toEqual([]);
    const unwanted = loaded.filter(({ imports }) =>
      imports.some(({ isType, target }) => !isType && packages.includes(target)),
    );
    expect(unwanted.map(({ path }) => path)).toEqual([]);
  });

  it('ships no test and no fake', () => {
    const unwanted = [...shipped].filter(({ isTest, path }) => isTest || /(?:^|\/)fake-/.test(path));
    expect(unwanted.map(({ path }) => path)).toEqual([]);
  });
});
