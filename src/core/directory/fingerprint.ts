import type { Card } from './contact';

/** The same for two cards that say the same, whatever has been marked or noted on one of them: 53 bits, so that a hundred thousand fit into memory. */
export function fingerprint(card: Card): number {
  const { firstName, middleName, lastName, shownAs, company, numbers, emails } = card;
  const said = [firstName, middleName, lastName, shownAs, company, ...emails];
  return hash([...said, ...numbers.map(({ kind, number }) => kind + number)].join('\0'));
}

/** Two rounds of FNV-1a over the text, which start differently. */
function hash(text: string): number {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return (other >>> 0) * 2 ** 21 + ((one >>> 0) % 2 ** 21);
}
