import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages, readMessages } from './fake-i18n';

const english = readMessages('en');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .concat(readFileSync('manifest.json', 'utf8').replace(/__MSG_(\w+)__/g, "'$1'"))
  .join('\n');

describe.each(languages)('the texts in %s', (language) => {
  const messages = readMessages(language);
  const all = Object.entries(messages);

  it('have the same keys as the English ones', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
  });

  it('have the same placeholders, each of them used', () => {
    for (const [key, { message, placeholders = {} }] of all) {
      expect(placeholders, key).toEqual(english[key]?.placeholders ?? {});
      const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name);
      expect(used.sort(), key).toEqual(Object.keys(placeholders).sort());
    }
  });

  it('are set with typographic quotes, apostrophes and dots', () => {
    for (const [key, { message }] of all) {
      expect(message, key).not.toMatch(/["']|\.\.\.| {2}/);
      expect(message.trim(), key).toBe(message);
      expect(message, key).not.toBe('');
    }
  });
});

it('sets a French mark of two parts off by a space that does not break', () => {
  for (const [key, { message }] of Object.entries(readMessages('fr'))) {
    expect(message, key).not.toMatch(/[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/);
  }
});

it('has no text that nothing uses', () => {
  const unused = Object.keys(english).filter((key) => !new RegExp(`['"\`]${key}['"\`]`).test(sources));
  expect(unused).toEqual([]);
});

it('has every text that is asked for by name', () => {
  const asked = [...sources.matchAll(/(?:getMessage|\btext)\(\s*'(\w+)'/g)].map(([, key]) => key);
  expect(asked.filter((key) => key !== undefined && !(key in english))).toEqual([]);
});
