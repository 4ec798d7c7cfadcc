import { readFileSync } from 'node:fs';
import type messages from '../public/_locales/en/messages.json';

/** A sentence of the English pages by its key, as Chrome's `i18n.getMessage` gives it. */
export type TextKey = keyof typeof messages;
type Message = { message: string; placeholders?: Record<string, { content: string }> };

const file = new URL('../public/_locales/en/messages.json', import.meta.url);
const english = JSON.parse(readFileSync(file, 'utf8')) as Record<TextKey, Message>;

/** `substitutions` fill the placeholders $1, $2 … of the message. */
export function text(key: TextKey, ...substitutions: readonly string[]): string {
  const { message, placeholders = {} } = english[key];
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const place = placeholders[name.toLowerCase()]?.content;
    return substitutions[Number(place?.slice(1)) - 1] ?? whole;
  });
}
