/** What a link calls: `typed` is dialled as if typed, `address` is what another program of the system is handed. */
export type NumberLink = { typed: string; address: string };

const scheme = /^\s*(tel|callto|sips?):(?:\/\/)?/i;
const LONGEST = 256;

/** Reads the href of a link that calls: `tel:` (RFC 3966), `callto:` and `sip:` (RFC 3261 §19.1). Null for every other. */
export function readNumberLink(href: string): NumberLink | null {
  if (href.length > LONGEST) return null;
  const found = scheme.exec(href);
  if (!found) return null;
  const name = (found[1] ?? '').toLowerCase();
  const rest = href.slice(found[0].length).trim();
  if (rest === '') return null;
  if (name.startsWith('sip')) return { typed: `${name}:${rest}`, address: `${name}:${rest}` };
  // callto: has no standard; what is behind it is a number or an address, mostly with a question mark behind that.
  const target = name === 'callto' ? (rest.split('?')[0] ?? '') : rest;
  if (target.includes('@')) return { typed: `sip:${target}`, address: `sip:${target}` };
  return /\d/.test(target) || /^[*#]/.test(target)
    ? { typed: `tel:${target}`, address: `tel:${target}` }
    : null;
}

/** The address for the system's own program of what is to be dialled: `sip:` as it is, anything else as `tel:` (RFC 3966 §3). */
export function toLinkAddress(typed: string): string {
  if (/^(?:sips?|tel):/i.test(typed)) return typed;
  return `tel:${typed.replace(/[^\d+*#]/g, '').replaceAll('#', '%23')}`;
}
