/** An element without its namespace prefix, in lower case, with the text that stands right in it. */
export type XmlElement = { name: string; text: string; children: XmlElement[] };

// Presence documents have a few hundred bytes; whoever sends more means something else.
const charactersAtMost = 65_536;
const depthAtMost = 32;

// Comment, processing instruction, CDATA, tag, text: whatever stands there must be one of these (XML 1.0 §2, §3.1). A DOCTYPE is none.
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<(?<close>\/?)(?:[\p{L}_][\w.-]*:)?(?<name>[\p{L}_][\w.-]*)(?:\s+[\p{L}_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|(?<text>[^<]+)/uy;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads a small XML document as far as presence needs it: elements and text. Namespaces are not looked up, since servers write them in
 * many ways, and there is no DTD, so nothing can be expanded. Null for anything that is not well-formed; it never throws.
 */
export function readXml(document: string): XmlElement | null {
  if (document.length > charactersAtMost) return null;
  const root: XmlElement = { name: '', text: '', children: [] };
  const open = [root];
  const text = document.replace(/^\ufeff/, '').trim();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.groups;
    if (!found || !take(found, open)) return null;
  }
  const [only, ...more] = root.children;
  return open.length === 1 && only && more.length === 0 && root.text.trim() === '' ? only : null;
}

/** False when this cannot stand here. */
function take(found: Record<string, string | undefined>, open: XmlElement[]): boolean {
  const inner = open.at(-1);
  if (!inner) return false;
  const { name, close, empty, cdata, text } = found;
  if (name === undefined) {
    inner.text += cdata ?? decode(text ?? '');
    return true;
  }
  const element: XmlElement = { name: name.toLowerCase(), text: '', children: [] };
  if (close) return !empty && open.length > 1 && open.pop()?.name === element.name;
  inner.children.push(element);
  if (!empty) open.push(element);
  return open.length <= depthAtMost;
}

/** What is no character of XML stays as it is written. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
