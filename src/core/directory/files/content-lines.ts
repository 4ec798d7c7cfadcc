/** One property of a vCard: `item1.TEL;TYPE=work:+49…` (RFC 6350 §3.3). `name` is in capitals; a parameter without a name is a TYPE. */
export type Property = {
  readonly group: string;
  readonly name: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** As it stands behind the colon, unfolded and no more. */
  readonly value: string;
};

export type RawCard = {
  readonly place: number;
  readonly lines: readonly string[];
  readonly isWhole: boolean;
};

/** The cards of a file, one after another, from BEGIN:VCARD to END:VCARD. A card inside a card (AGENT of 2.1) is left out of both. */
export function* cutCards(text: string): Generator<RawCard> {
  let place = 0;
  let depth = 0;
  let lines: string[] = [];
  for (const line of linesOf(text)) {
    if (/^(?:[\w-]+\.)?BEGIN:\s*VCARD\s*$/i.test(line)) {
      if (depth > 0 && !isAgent(lines.at(-1))) {
        yield { place, lines, isWhole: false };
        depth = 0;
      }
      if (depth++ > 0) continue;
      place++;
      lines = [];
    } else if (/^(?:[\w-]+\.)?END:\s*VCARD\s*$/i.test(line)) {
      if (depth > 0 && --depth === 0) yield { place, lines, isWhole: true };
    } else if (depth === 1) lines.push(line);
  }
  if (depth > 0) yield { place, lines, isWhole: false };
}

const isAgent = (line: string | undefined) => line !== undefined && /^AGENT[;:]/i.test(line);

/** Lines however they end, without an array of all of them. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    let end = text.indexOf('\n', from);
    if (end === -1) end = text.length;
    const line = text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    // Old Macintosh files have carriage returns alone.
    if (line.includes('\r')) yield* line.split('\r');
    else yield line;
    from = end + 1;
  }
}

/** Joins lines that were folded, by the rules of the version, and those that quoted-printable broke. */
export function unfold(lines: readonly string[], version: string): readonly string[] {
  const joined: string[] = [];
  let isQuoted = false;
  for (const line of lines) {
    const last = joined.length - 1;
    const before = joined[last] ?? '';
    if (last >= 0 && isQuoted && before.endsWith('=')) joined[last] = before.slice(0, -1) + line;
    else if (last >= 0 && /^[ \t]/.test(line)) {
      // 2.1 folds where a blank is, and the blank belongs to the text; later versions put one in front that does not.
      joined[last] = before + (version === '2.1' && !isBase64(before) ? line : line.slice(1));
    } else if (last >= 0 && isBase64(before) && /^[\w+/=]+$/.test(line) && line !== '') {
      joined[last] = before + line;
    } else {
      joined.push(line);
      isQuoted = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
    }
  }
  return joined.filter((line) => line.trim() !== '');
}

function isBase64(line: string): boolean {
  return /^[^:]{0,200};(?:ENCODING=)?"?(?:b|BASE64)"?[;:]/i.test(line.slice(0, 300));
}

/** Takes a line apart; null when it is no property. */
export function readProperty(line: string): Property | null {
  const found = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^";:]|"[^"]*")*)*):(.*)$/s.exec(line);
  if (!found) return null;
  const [, group = '', name = '', rest = '', value = ''] = found;
  return { group: group.toUpperCase(), name: name.toUpperCase(), parameters: readParameters(rest), value };
}

function readParameters(rest: string): [string, string][] {
  return [...rest.matchAll(/;((?:[^";:]|"[^"]*")*)/g)].flatMap(([, parameter = '']) => {
    const [, name, value] = /^([\w-]+)=(.*)$/s.exec(parameter) ?? [undefined, undefined, parameter];
    const plain = (value ?? '').replace(/"/g, '').replace(/\^([n'^])/g, fromCaret);
    return plain === '' ? [] : [[(name ?? bareName(plain)).toUpperCase(), plain] as [string, string]];
  });
}

// RFC 6868 §3.2.
function fromCaret(_: string, code: string): string {
  if (code === 'n') return '\n';
  return code === "'" ? '"' : '^';
}

/** Version 2.1 lets the name of a parameter out. */
function bareName(value: string): string {
  if (/^(quoted-printable|base64|b|7bit|8bit)$/i.test(value)) return 'ENCODING';
  return /^(inline|content-id|cid|url)$/i.test(value) ? 'VALUE' : 'TYPE';
}

/** All values of a parameter, those in a list by commas apart, in small letters. */
export function parameter({ parameters }: Property, name: string): readonly string[] {
  return parameters.filter(([own]) => own === name).flatMap(([, value]) => value.toLowerCase().split(','));
}

/** A value at its separators that have no backslash in front; the parts are still escaped. */
export function splitRaw(value: string, separator: ';' | ','): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\' && at + 1 < value.length) part += `\\${value[++at]}`;
    else if (value[at] === separator) {
      parts.push(part);
      part = '';
    } else part += value[at];
  }
  return [...parts, part];
}

export function splitValue(value: string, separator: ';' | ',', version: string): readonly string[] {
  return splitRaw(value, separator).map((part) => unescapeValue(part, version));
}

/** Version 2.1 escapes nothing but separators. */
export function unescapeValue(value: string, version: string): string {
  if (!value.includes('\\')) return value;
  if (version === '2.1') return value.replace(/\\([;:,\\])/g, '$1');
  return value.replace(/\\([\s\S])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}

export function escapeValue(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}
