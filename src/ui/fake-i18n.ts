import { readFileSync } from 'node:fs';

type Entry = { message: string; placeholders?: Record<string, { content: string }> };
export type Messages = Record<string, Entry>;
export type Language = (typeof languages)[number];

/** Every language that Offhook speaks. */
export const languages = ['en', 'de', 'fr'] as const;

export function readMessages(language: Language): Messages {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
}

let spoken = readMessages('en');
let tag: string = 'en';

/** What a test stands on instead of the browser's own translations; imported before anything that speaks. */
export function speak(language: Language): void {
  spoken = readMessages(language);
  tag = language;
}

function getMessage(key: string, substitutions: string | readonly string[] = []): string {
  const { message = '', placeholders = {} } = spoken[key] ?? {};
  const values = [substitutions].flat();
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const place = Number(placeholders[name]?.content.slice(1));
    return values[place - 1] ?? '';
  });
}

// The polyfill throws without these, and takes a plain `browser` as it is.
Object.assign(globalThis, {
  chrome: { runtime: { id: 'offhook' } },
  browser: { runtime: { id: 'offhook' }, i18n: { getMessage, getUILanguage: () => tag } },
});
