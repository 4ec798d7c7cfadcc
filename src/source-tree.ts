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
export type Import = { readonly kind: 'file' | 'package'; readonly target: string; readonly isType: boolean };

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

/** Everything that is loaded with a file: itself, and what it imports, at whatever remove. */
export function loadedWith(path: string, tree: readonly SourceFile[]): readonly SourceFile[] {
  const byPath = new Map(tree.map((file) => [file.path, file]));
  const found = new Set<SourceFile>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const file = byPath.get(next);
    if (!file || found.has(file)) continue;
    found.add(file);
    open.push(
      ...file.imports.filter(({ kind, isType }) => kind === 'file' && !isType).map(({ target }) => target),
    );
  }
  return [...found];
}

function readSourceFile(path: string, known: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  const imports = [...code.matchAll(statement)].map(([, type, named, loaded]) =>
    toImport({ from: path, specifier: named ?? loaded ?? '', isType: type !== undefined }, known),
  );
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
  { from, specifier, isType }: { from: string; specifier: string; isType: boolean },
  known: ReadonlySet<string>,
): Import {
  if (!specifier.startsWith('.')) return { kind: 'package', target: packageOf(specifier), isType };
  const target = relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/');
  const found = [target, `${target}.ts`, `${target}.tsx`].find((path) => known.has(path));
  return { kind: 'file', target: found ?? target, isType };
}

/** `preact` of `preact/hooks`, `@noble/hashes` of `@noble/hashes/sha2.js`. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
