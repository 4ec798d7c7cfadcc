import { expect, it } from 'vitest';
import { readSourceTree } from './source-tree';

const tree = readSourceTree();
const sources = tree.filter(({ path }) => !/^(?:source-tree|conventions\.test|layers\.test)\.ts$/.test(path));

/** Where a pattern is found, as `path: the line`. */
function find(pattern: RegExp, files = sources): string[] {
  return files.flatMap(({ path, code }) =>
    code
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

it('exports everything by its name', () => {
  expect(find(/^\s*export\s+default\b|^\s*export\s*\{[^}]*\bas default\b/)).toEqual([]);
});

it('knows the type of everything', () => {
  expect(find(/(?::|<|\bas|\||,)\s*any\b(?!\w|['’])\s*[;,)>[\]|={]/)).toEqual([]);
});

it('silences the compiler nowhere but in type tests', () => {
  expect(find(/@ts-ignore|@ts-nocheck/)).toEqual([]);
});

it('declares no enum, namespace or decorator', () => {
  expect(find(/^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*(?:export\s+)?namespace\s|^\s*@\w+\(/)).toEqual([]);
});

it('has no barrel files', () => {
  expect(sources.filter(({ path }) => /(?:^|\/)index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
  expect(find(/^\s*export\s+\*/)).toEqual([]);
});

it('writes to the console in one file', () => {
  const files = sources.filter(({ path, isTest }) => !isTest && path !== 'platform/log.ts');
  expect(find(/\bconsole\.\w/, files)).toEqual([]);
});

it('names files in kebab-case, and nothing a manager, a service or a helper', () => {
  // What stands before `test` or `types.test` belongs to the name.
  const names = tree.map(({ path }) =>
    (path.split('/').at(-1) ?? '').replace(/(?:\.[a-z]+)?\.test\.tsx?$|\.tsx?$/, ''),
  );
  expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  const vague = /(?:^|-)(?:manager|service|helpers?|utils?|handler|impl|base|misc|common)$/;
  expect(names.filter((name) => vague.test(name))).toEqual([]);
});

it('keeps no file above 300 lines, and no test above 400', () => {
  const tooLong = tree.filter(({ lineCount, isTest }) => lineCount > (isTest ? 400 : 300));
  expect(tooLong.map(({ path }) => path)).toEqual([]);
});
