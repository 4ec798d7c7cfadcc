import type { NumberKind } from '../contact';
import { fold } from '../fold';

const words: readonly (readonly [NumberKind, RegExp])[] = [
  ['other', /fax|pager|telex|other|sonstig|weiter|autre|assistan|radio|rappel|ruckruf|callback/],
  ['sip', /^(sip|voip|internet|internetphone|ipphone)$|\bsip\b/],
  ['mobile', /mobil|cell|handy|iphone|portable|natel|android|\bcar\b|auto|voiture/],
  ['home', /home|privat|domicile|personal|personnel|maison/],
  [
    'work',
    /work|business|company|office|main|geschaft|arbeit|firma|buro|dienst|bureau|travail|societe|professionnel|zentrale|standard|primary|haupt|principal/,
  ],
];

/** What kind of number a label or a set of types in any of our languages means; "Work Fax" is no telephone at work. */
export function numberKind(label: string): NumberKind {
  const folded = fold(label);
  return words.find(([, word]) => word.test(folded))?.[0] ?? 'other';
}
