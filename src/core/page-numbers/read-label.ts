import { COUNTER, OTHER_SIGNS, OTHER_WORDS, PHONE_SIGNS, PHONE_WORDS, UNITS } from './label-words';

/** What the text before digits says that they are. */
export type Label = 'phone' | 'other' | 'none';

const CURRENCY = '€$£¥₹₽₩₺₪฿₫₴¢';

function anyOf(words: string, signs: readonly string[]): RegExp {
  const starts = words
    .trim()
    .split(/\s+/)
    .map((word) => (word.endsWith('$') ? `${word.slice(0, -1)}(?!\\p{L})` : word));
  const escaped = signs.map((sign) => sign.replace(/[.]/g, '\\.'));
  return new RegExp(`(?<!\\p{L})(?:${starts.join('|')})|${escaped.join('|')}`, 'giu');
}

const phone = anyOf(PHONE_WORDS, PHONE_SIGNS);
const other = anyOf(OTHER_WORDS, OTHER_SIGNS);
/** "T: ", "M. ", "(w) " as signatures and cards write them. */
const initial = /(?:^|[\s|·•,;/(])[tmpfdowhc](?:[.:]|\))\s*$/i;
const saysNumberIs =
  /(?:my|new|his|her|their|our|this)\s+(?:\p{L}+\s+)?(?:number|no\.?|nr\.?)(?:\s+is)?:?\s*$/iu;

const currencyBefore = new RegExp(
  `(?:[${CURRENCY}]|(?<!\\p{L})(?:eur|usd|chf|gbp|jpy|sek|nok|dkk|pln|czk|huf|inr|cny|aud|cad|brl|rs\\.?|r|kr\\.?))\\s?$`,
  'iu',
);
const unitBehind = new RegExp(
  `^\\s?(?:[${CURRENCY}%°‰]|[.,]-|(?:${UNITS.trim().split(/\s+/).join('|')})(?![\\p{L}\\d]))`,
  'iu',
);

const lastIndex = (pattern: RegExp, text: string): number => {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
};

/** The nearest word decides: "Order 4711, tel." speaks of a telephone, "call centre, ticket" of a ticket. */
export function readLabel(before: string): Label {
  if (initial.test(before) || saysNumberIs.test(before)) return 'phone';
  const phoneAt = lastIndex(phone, before);
  const otherAt = lastIndex(other, before);
  if (phoneAt > otherAt) return 'phone';
  return otherAt >= 0 || COUNTER.test(before) ? 'other' : 'none';
}

/** Money and measures. */
export function isAmount(before: string, after: string): boolean {
  return currencyBefore.test(before) || unitBehind.test(after);
}
