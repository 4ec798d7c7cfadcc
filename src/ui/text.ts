import type messages from '../../public/_locales/en/messages.json';
import { browser } from '../platform/browser';

export type TextKey = keyof typeof messages;

/** The sentence of that key in the browser's language; `substitutions` fill its placeholders in order. */
export function text(key: TextKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** A BCP 47 tag for dates and numbers: the browser's own region, as long as it speaks the language of our sentences. */
export function languageTag(): string {
  const ours = text('languageTag');
  const browsers = browser.i18n.getUILanguage();
  return browsers.split('-')[0] === ours ? browsers : ours;
}
