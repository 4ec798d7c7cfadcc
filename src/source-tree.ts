import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** For tests: one file of `src` as far as the rules of the house look at it. Paths are relative to `src`, with slashes. */
export type SourceFile = {
  readonly path: string;
  /** The first part of the path; empty for what lies in `src` itself. */
  readonly folder: string;
  readonly isTest: boolean;
  readonly lineCount: number;
  /** The text without its comments. */
  readonly code: string;
  readonly imports: readonly Import[];
};

/** `target` is the path of a file of `src`, or the name of a package. */
export type Import = {
  readonly kind: 'file' | 'package';
  readonly target: string;
  readonly isType: boolean;
  /** By `import()`: it is loaded when somebody asks for it. */
  readonly isLater: boolean;
};

const root = import.meta.dirname;
const statement =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Every TypeScript file of `src`. */
export function readSourceTree(): readonly SourceFile[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path));
  const known = new Set(paths);
  return paths.sort().map((path) => readSourceFile(path, known));
}

/** Everything that is loaded with a file before it runs: itself, and what it imports, at whatever remove. */
export function loadedWith(path: string, tree: readonly SourceFile[]): readonly SourceFile[] {
  return follow(path, tree, ({ isLater }) => !isLater);
}

/** Everything that a file may ever load. */
export function shippedWith(path: string, tree: readonly SourceFile[]): readonly SourceFile[] {
  return follow(path, tree, () => true);
}

function follow(
  path: string,
  tree: readonly SourceFile[],
  isFollowed: (one: Import) => boolean,
): readonly SourceFile[] {
  const byPath = new Map(tree.map((file) => [file.path, file]));
  const found = new Set<SourceFile>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const file = byPath.get(next);
    if (!file || found.has(file)) continue;
    found.add(file);
    const followed = file.imports.filter((one) => one.kind === 'file' && !one.isType && isFollowed(one));
    open.push(...followed.map(({ target }) => target));
  }
  return [...found];
}

function readSourceFile(path: string, known: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  const imports = [...code.matchAll(statement)].map(([, type, named, later]) => ({
    ...toImport({ from: path, specifier: named ?? later ?? '' }, known),
    isType: type !== undefined,
    isLater: later !== undefined,
  }));
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  return {
    path,
    folder,
    isTest: /\.test\.tsx?$/.test(path),
    lineCount: text.split('\n').length - 1,
    code,
    imports,
  };
}

function toImport(
  { from, specifier }: { from: string; specifier: string },
  known: ReadonlySet<string>,
): Pick<Import, 'kind' | 'target'> {
  if (!specifier.startsWith('.')) return { kind: 'package', target: packageOf(specifier) };
  const target = relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/');
  const found = [target, `${target}.ts`, `${target}.tsx`].find((path) => known.has(path));
  return { kind: 'file', target: found ?? target };
}

/** `preact` of `preact/hooks`, `@noble/hashes` of `@noble/hashes/sha2.js`. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
